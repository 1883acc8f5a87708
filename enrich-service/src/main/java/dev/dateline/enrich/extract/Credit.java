package dev.dateline.enrich.extract;

import dev.dateline.common.model.AgencyRole;
import dev.dateline.enrich.extract.byline.Agencies;
import dev.dateline.enrich.extract.byline.Byline;
import dev.dateline.enrich.extract.text.Fold;
import dev.dateline.enrich.extract.text.LineShape;
import dev.dateline.enrich.extract.text.Phrases;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The line at the end of a report that says who else took part: {@code Additional reporting by agencies},
 * {@code (Reporting by X in Y; editing by Z)}, {@code (Reuters)}.
 *
 * @param agency the agencies named, with commas; null when only colleagues are
 * @param role what these have to do with the text; of no meaning without an agency
 * @param authors the reporters it names first; empty unless it opens with "reporting by"
 * @param why the cue
 */
record Credit(String agency, AgencyRole role, List<String> authors, String why) {
    private static final int MAX_LENGTH = 300;
    private static final int MAX_ALONE_LENGTH = 100;
    private static final int MAX_TRAILING = 40;
    private static final Phrases PHRASES = Phrases.load("credit-phrases.txt");
    private static final String REPORTING = "reporting by";
    private static final String CONTRIBUTED = "contributed";
    private static final Phrases CONTRIBUTIONS = Phrases.load("contributions.txt");
    private static final Pattern COPYRIGHT = Pattern.compile("(?:©|\\(c\\)|copyright\\b).*", Pattern.DOTALL);

    static Optional<Credit> parse(String line) {
        if (line.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String text = LineShape.bare(line);
        String phrase = phrase(Fold.all(text));
        Agencies.Found named = text.length() <= MAX_ALONE_LENGTH || phrase != null ? Agencies.in(text) : null;
        if (phrase != null) {
            return Optional.of(new Credit(
                    named.joined(), role(text), reporters(text, phrase), "credit phrase \"" + phrase + "\""));
        }
        if (named != null && named.onlyAgencies()) {
            return Optional.of(new Credit(named.joined(), role(text), List.of(), "nothing but agencies on the line"));
        }
        if (named != null
                && !named.names().isEmpty()
                && COPYRIGHT.matcher(Fold.all(text)).matches()) {
            return Optional.of(
                    new Credit(named.joined(), AgencyRole.SOURCE, List.of(), "copyright line that names an agency"));
        }
        return Optional.empty();
    }

    /** "With" somewhere makes of an author a helper. */
    private static AgencyRole role(String text) {
        return CONTRIBUTIONS.within(Fold.all(text)) == null ? AgencyRole.SOURCE : AgencyRole.CONTRIBUTED;
    }

    /**
     * The end of a last paragraph that names its agency.
     *
     * @param agency with commas, if several
     * @param cue the brackets, or the dash, and what they hold
     */
    record Trailing(String agency, String cue) {}

    /** The agency in the brackets or behind the dash a last paragraph ends with, or null. */
    static Trailing trailing(String paragraph) {
        int from = Math.max(0, paragraph.length() - MAX_TRAILING);
        String end = paragraph.substring(from);
        int open = end.endsWith(")") ? end.lastIndexOf('(') : Math.max(end.lastIndexOf("— "), end.lastIndexOf("– "));
        if (open < 0) {
            return null;
        }
        Agencies.Found named = Agencies.in(end.substring(open));
        return named.onlyAgencies() ? new Trailing(named.joined(), end.substring(open)) : null;
    }

    private static String phrase(String folded) {
        String opening = PHRASES.opening(folded);
        if (opening != null) {
            return opening;
        }
        int semicolon = folded.indexOf("; ");
        String second = semicolon < 0 ? null : PHRASES.opening(folded.substring(semicolon + 2));
        if (second != null) {
            return second;
        }
        int contributed = folded.indexOf(CONTRIBUTED);
        return contributed < 0 ? null : PHRASES.opening(folded.substring(contributed));
    }

    private static List<String> reporters(String text, String phrase) {
        if (!phrase.equals(REPORTING) || !text.toLowerCase(Locale.ROOT).startsWith(REPORTING)) {
            return List.of();
        }
        int end = text.indexOf(';');
        String names = text.substring(0, end < 0 ? text.length() : end);
        return Byline.prefixed(LineShape.bare(names)).map(Byline::authors).orElse(List.of());
    }
}
