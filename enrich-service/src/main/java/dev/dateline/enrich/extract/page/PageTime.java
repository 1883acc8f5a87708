package dev.dateline.enrich.extract.page;

import dev.dateline.enrich.extract.text.CleanText;
import dev.dateline.enrich.extract.time.DateSearch;
import dev.dateline.enrich.extract.time.TimeLine;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time that a page states.
 *
 * @param day in the page's own zone
 * @param at the instant; midnight UTC where there is no time of day, and UTC where there is no zone
 * @param stated in ISO 8601, as exactly as the page has it
 */
record PageTime(LocalDate day, Instant at, String stated) {
    private static final int LONGEST = 160;
    private static final long MILLIS_FROM = 100_000_000_000L;
    /** The web is not older; what looks older is a date in the text, or a default of a content system. */
    private static final LocalDate FIRST_PAGES = LocalDate.of(1990, 1, 2);

    /** There was no newspaper before. */
    private static final int LEAST_YEAR = 1600;

    private static final Duration AHEAD = Duration.ofDays(1);
    private static final Pattern ISO = Pattern.compile("(\\d{4})([-/.]?)(\\d{2})\\2(\\d{2})"
            + "(?:[T ]{1,2}(\\d{1,2}):?(\\d{2})(?::?(\\d{2})(?:[.,]\\d{1,9})?)?"
            + " ?(Z|UTC|GMT|[+-]\\d{2}:?\\d{2}|[+-]\\d{2})?)?(?!\\d).*");
    private static final Pattern EPOCH = Pattern.compile("\\d{10}|\\d{13}");
    /** As {@code java.util.Date} and {@code date(1)} write it. */
    private static final Pattern UNIX = Pattern.compile(
            "[A-Z][a-z]{2} ([A-Z][a-z]{2}) {1,2}(\\d{1,2}) (\\d{2}:\\d{2}):\\d{2} ([A-Z]{3,4}) (\\d{4})");

    /**
     * Reads a time as pages write it for machines or for people.
     *
     * @param order of day and month, for this page
     * @param receivedAt what is later than a day after it is not believed
     */
    static Optional<PageTime> parse(String value, DateSearch.Order order, Instant receivedAt) {
        String line = value == null || value.length() > LONGEST ? null : CleanText.oneLine(value);
        if (line == null || line.chars().noneMatch(Character::isDigit)) {
            return Optional.empty();
        }
        return Optional.ofNullable(read(line, order, receivedAt))
                .filter(time -> time.day().getYear() >= LEAST_YEAR)
                .filter(time -> !time.at().isAfter(receivedAt.plus(AHEAD)));
    }

    static PageTime of(LocalDate day) {
        return new PageTime(day, day.atStartOfDay().toInstant(ZoneOffset.UTC), day.toString());
    }

    /** Whether it is later than the first pages of the web. */
    boolean isLikely() {
        return !day.isBefore(FIRST_PAGES);
    }

    private static PageTime read(String line, DateSearch.Order order, Instant receivedAt) {
        try {
            if (EPOCH.matcher(line).matches()) {
                return ofEpoch(Long.parseLong(line));
            }
            Matcher iso = ISO.matcher(line);
            if (iso.matches()) {
                return ofIso(iso);
            }
            Matcher unix = UNIX.matcher(line);
            String written = unix.matches()
                    ? unix.group(2) + " " + unix.group(1) + " " + unix.group(5) + " " + unix.group(3) + " "
                            + unix.group(4)
                    : line;
            return ofText(written, order, receivedAt);
        } catch (DateTimeException e) {
            return null; // digits of the right shape, and no day of any calendar
        }
    }

    private static PageTime ofEpoch(long number) {
        Instant at = number < MILLIS_FROM ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
        return of(at.atOffset(ZoneOffset.UTC));
    }

    private static PageTime ofIso(Matcher iso) {
        LocalDate day = LocalDate.of(number(iso, 1), number(iso, 3), number(iso, 4));
        if (iso.group(5) == null || number(iso, 5) > 23) {
            return of(day);
        }
        LocalTime time = LocalTime.of(number(iso, 5), number(iso, 6), iso.group(7) == null ? 0 : number(iso, 7));
        if (iso.group(8) == null) {
            return new PageTime(
                    day,
                    day.atTime(time).toInstant(ZoneOffset.UTC),
                    day.atTime(time).toString());
        }
        return of(day.atTime(time).atZone(ZoneId.of(iso.group(8))).toOffsetDateTime());
    }

    private static PageTime ofText(String line, DateSearch.Order order, Instant receivedAt) {
        Optional<TimeLine> times = TimeLine.parse(line, receivedAt);
        TimeLine.Stamp stamp = times.map(time -> time.published() == null ? time.updated() : time.published())
                .orElse(null);
        if (stamp == null || stamp.date() == null) {
            return DateSearch.first(line, order, receivedAt).map(PageTime::of).orElse(null);
        }
        if (stamp.time() == null) {
            return of(stamp.date());
        }
        return stamp.zone() == null
                ? new PageTime(
                        stamp.date(),
                        stamp.at(),
                        stamp.date().atTime(stamp.time()).toString())
                : of(stamp.date().atTime(stamp.time()).atZone(stamp.zone()).toOffsetDateTime());
    }

    private static PageTime of(OffsetDateTime time) {
        return new PageTime(time.toLocalDate(), time.toInstant(), time.toString());
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
