package dev.dateline.ingest.read.feed.date;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * ISO 8601, basic and extended, to the month or the year too: W3C-DTF and RFC 3339 are parts of it. Slashes and a blank or two in place of
 * {@code T} pass.
 */
final class IsoDate {
    private static final String TIME = "(?:(?:[Tt]|\\s{1,3}+|T\\s)(?<hour>[0-9]{2})(?::?(?<minute>[0-9]{2})"
            + "(?::?(?<second>[0-9]{2})(?:[.,](?<fraction>[0-9]{1,9}+)[0-9]*+)?)?)?\\s{0,3}+(?<zone>[A-Za-z+\\-\\u2212][A-Za-z0-9:+-]{0,9}+)?)?";
    private static final Pattern CALENDAR =
            Pattern.compile("(?<year>[0-9]{4})(?:[-/](?<month>[0-9]{1,2}+)(?:[-/](?<day>[0-9]{1,2}+))?)?" + TIME);
    private static final Pattern BASIC = Pattern.compile("(?<year>[0-9]{4})(?<month>[0-9]{2})(?<day>[0-9]{2})" + TIME);
    private static final Pattern ORDINAL = Pattern.compile("(?<year>[0-9]{4})-?(?<dayOfYear>[0-9]{3})" + TIME);
    private static final Pattern WEEK =
            Pattern.compile("(?<year>[0-9]{4})-?W(?<week>[0-9]{2})(?:-?(?<weekday>[1-7]))?" + TIME);

    private IsoDate() {}

    /** Null when it has another form; DateTimeException when there is no such day or hour. */
    static Instant parse(String text) {
        Matcher date = CALENDAR.matcher(text);
        if (date.matches()) {
            return FeedDate.instant(
                    LocalDate.of(number(date, "year"), number(date, "month"), number(date, "day")), clock(date));
        }
        date = BASIC.matcher(text);
        if (date.matches()) {
            return FeedDate.instant(
                    LocalDate.of(number(date, "year"), number(date, "month"), number(date, "day")), clock(date));
        }
        date = ORDINAL.matcher(text);
        if (date.matches()) {
            return FeedDate.instant(LocalDate.ofYearDay(number(date, "year"), number(date, "dayOfYear")), clock(date));
        }
        date = WEEK.matcher(text);
        return date.matches() ? FeedDate.instant(week(date), clock(date)) : null;
    }

    private static LocalDate week(Matcher date) {
        LocalDate inYear = LocalDate.of(number(date, "year"), 1, 4); // always in week 1
        return inYear.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number(date, "week"))
                .with(WeekFields.ISO.dayOfWeek(), number(date, "weekday"));
    }

    /** A part that is not there is the first of its kind. */
    private static int number(Matcher date, String part) {
        return date.group(part) == null ? 1 : Integer.parseInt(date.group(part));
    }

    private static Clock clock(Matcher date) {
        if (date.group("hour") == null) {
            return Clock.MIDNIGHT;
        }
        String written = date.group("zone");
        ZoneOffset zone = written == null ? null : Zones.offset(written.toUpperCase(Locale.ROOT));
        if (written != null && zone == null) {
            throw new DateTimeException("no such zone");
        }
        return Clock.of(date.group("hour"), date.group("minute"), date.group("second"), date.group("fraction"), zone);
    }
}
