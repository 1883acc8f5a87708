package dev.dateline.enrich.extract;

import dev.dateline.common.model.Dateline;
import dev.dateline.enrich.extract.byline.Agencies;
import dev.dateline.enrich.extract.text.Fold;
import dev.dateline.enrich.extract.text.LineShape;
import dev.dateline.enrich.extract.text.Phrases;
import dev.dateline.enrich.extract.time.TimeLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Reads the dateline in front of a first paragraph: {@code BAGHDAD, Jan 3 (Reuters) - }, {@code LONDON (AP) — },
 * {@code WASHINGTON — }. The words stay in the paragraph; this only says what they mean.
 */
final class DatelineParser {
    private static final int MAX_LENGTH = 120;
    private static final int MAX_PLACE_LENGTH = 60;
    private static final int MAX_PLACE_WORDS = 7;
    private static final int LEAST_CAPITALS = 3;
    private static final Phrases LABELS = Phrases.load("labels.txt");
    private static final Phrases NOT_PLACES = Phrases.load("not-places.txt");
    private static final Phrases PARTICLES = Phrases.load("name-particles.txt");

    /**
     * A dateline found.
     *
     * @param dateline null when there is only an agency
     * @param agency the agencies it credits, with commas; may be null
     * @param head the words that the paragraph begins with, up to the dash
     */
    record Found(Dateline dateline, String agency, String head) {}

    private DatelineParser() {}

    /**
     * Reads the beginning of a paragraph.
     *
     * @param reference the report's time of publication: a day without a year is the last such day up to a day after it
     */
    static Optional<Found> parse(String paragraph, Instant reference) {
        int limit = Math.min(paragraph.length(), MAX_LENGTH);
        for (int i = 1; i < limit; i++) {
            char c = paragraph.charAt(i);
            boolean dash = isDash(paragraph, i);
            if (dash || c == ':') {
                boolean textFollows = i + 1 < paragraph.length();
                return textFollows ? head(paragraph.substring(0, i).trim(), dash, reference) : Optional.empty();
            }
            if (c == ')' || c == '/') {
                Optional<Found> closed = closed(paragraph, i + 1, reference);
                if (closed.isPresent()) {
                    return closed;
                }
            }
            if (c == '.' && i > MAX_PLACE_LENGTH) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean isDash(String text, int i) {
        char c = text.charAt(i);
        if (c == '–' || c == '—' || c == '―') {
            return true;
        }
        boolean doubled = i + 1 < text.length() && text.charAt(i + 1) == '-';
        boolean spaced = text.charAt(i - 1) == ' ' && i + 1 < text.length() && text.charAt(i + 1) == ' ';
        return c == '-' && (doubled || spaced || text.charAt(i - 1) == ')');
    }

    /** {@code NEW DELHI, Jan 3 (PTI) }, {@code MOSCOW, January 3. /TASS/. }: place, day and agency are enough without a dash. */
    private static Optional<Found> closed(String paragraph, int end, Instant reference) {
        int next = end;
        while (next < paragraph.length() && " .".indexOf(paragraph.charAt(next)) >= 0) {
            next++;
        }
        boolean textFollows = next > end && next < paragraph.length() && Character.isUpperCase(paragraph.charAt(next));
        boolean dashed = next < paragraph.length() && paragraph.charAt(next) == '-' && paragraph.charAt(end) == '.';
        return textFollows || dashed
                ? head(paragraph.substring(0, end), false, reference)
                        .filter(found -> found.agency() != null
                                && found.dateline() != null
                                && found.dateline().date() != null)
                : Optional.empty();
    }

    private static Optional<Found> head(String head, boolean dash, Instant reference) {
        String agency = null;
        boolean bracketed = false;
        String rest = head;
        int open = head.endsWith(")") ? head.lastIndexOf('(') : slashed(head);
        if (open >= 0) {
            Agencies.Found named = Agencies.in(head.substring(open));
            agency = named.joined();
            bracketed = true;
            rest = head.substring(0, open).trim();
        }
        if (rest.isEmpty()) {
            return agency == null ? Optional.empty() : Optional.of(new Found(null, agency, head));
        }
        if (agency != null && date(rest, reference) != null) {
            return Optional.of(new Found(null, agency, head));
        }
        int border = dateBorder(rest, reference);
        LocalDate date = border < 0 ? null : date(rest.substring(border), reference);
        String place = trimComma(border < 0 ? rest : rest.substring(0, border));
        boolean sure = agency != null || (date != null && bracketed);
        boolean capitals = isCapitals(place) && (dash || date != null || bracketed);
        if (!isPlace(place) || !(sure || capitals)) {
            return Optional.empty();
        }
        return Optional.of(new Found(new Dateline(place, date == null ? null : date.toString()), agency, head));
    }

    /** Start of {@code /PRNewswire/} at the end of a head, or -1. */
    private static int slashed(String head) {
        return head.length() > 2 && head.endsWith("/") ? head.lastIndexOf('/', head.length() - 2) : -1;
    }

    /** Where the date begins that a head ends with, or -1. */
    private static int dateBorder(String head, Instant reference) {
        if (!LineShape.hasDigit(head)) {
            return -1;
        }
        for (int space = head.indexOf(' '); space >= 0; space = head.indexOf(' ', space + 1)) {
            if (date(head.substring(space + 1), reference) != null) {
                return space + 1;
            }
        }
        return -1;
    }

    private static LocalDate date(String text, Instant reference) {
        return TimeLine.parse(text, reference)
                .map(TimeLine::published)
                .map(TimeLine.Stamp::date)
                .orElse(null);
    }

    private static String trimComma(String text) {
        String trimmed = text.trim();
        return trimmed.endsWith(",")
                ? trimmed.substring(0, trimmed.length() - 1).trim()
                : trimmed;
    }

    private static boolean isPlace(String place) {
        boolean sized = !place.isEmpty()
                && place.length() <= MAX_PLACE_LENGTH
                && LineShape.words(place, MAX_PLACE_WORDS + 1) <= MAX_PLACE_WORDS;
        if (!sized || !Character.isLetter(place.charAt(0)) || LABELS.contains(Fold.all(place))) {
            return false;
        }
        for (String word : place.split(" ", -1)) {
            // New Delhi [India]
            int first = word.length() > 1 && word.charAt(0) == '[' ? 1 : 0;
            boolean named = Character.isUpperCase(word.charAt(first)) || PARTICLES.contains(Fold.all(word));
            if (!named || LineShape.hasDigit(word) || NOT_PLACES.contains(Fold.all(word))) {
                return false;
            }
        }
        return true;
    }

    /** The part before the first comma is in capitals: {@code PARIS, France}. */
    private static boolean isCapitals(String place) {
        int comma = place.indexOf(',');
        String city = comma < 0 ? place : place.substring(0, comma);
        return city.length() >= LEAST_CAPITALS && LineShape.isAllCaps(city);
    }
}
