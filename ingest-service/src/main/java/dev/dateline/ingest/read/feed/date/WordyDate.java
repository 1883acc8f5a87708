package dev.dateline.ingest.read.feed.date;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date with the month as a word, or with the Korean signs for year, month and day: RFC 822, RFC 850, asctime and what software and
 * editors make of them. Each token says by its form what it is, so that the order matters for day and year only; a token that is nothing
 * makes the whole no date.
 */
final class WordyDate {
    private static final Pattern SEPARATORS = Pattern.compile("[\\s,()]++");
    private static final Pattern DASHED =
            Pattern.compile("(?<a>[0-9]{1,4}+)[-./](?<month>\\p{L}{3,12}+)\\.?[-./](?<b>[0-9]{1,4}+)");
    private static final Pattern NUMBER = Pattern.compile("(?<number>[0-9]{1,4}+)(?:st|nd|rd|th|\\.|º)?");
    private static final Pattern KOREAN = Pattern.compile(
            "(?<year>[0-9]{4})년\\s{0,2}+(?<month>[0-9]{1,2}+)월\\s{0,2}+(?<day>[0-9]{1,2}+)일\\s{0,2}+(?:(?<half>오전|오후)\\s{0,2}+)?(?<time>[0-9:]{4,8}+)?");
    private static final Pattern GLUED = Pattern.compile("(?<time>[0-9:]{4,8}+)(?<half>[AaPp]\\.?[Mm]\\.?)");
    private static final Set<String> CONNECTIVES = Set.of("of", "at", "de", "del", "den", "der", "um", "kl", "kl.");
    private static final int MAX_TOKENS = 12;
    private static final int TWO_DIGITS = 100;
    private static final int THREE_DIGITS = 1000;
    /** Two-digit years below it are in this century (RFC 2822 section 4.3). */
    private static final int PIVOT = 50;

    private int day;
    private int month;
    private int year = -1;
    private Clock clock;
    private ZoneOffset zone;
    private Boolean afternoon;

    private WordyDate() {}

    /** Null when it is not a date; DateTimeException when there is no such day or hour. */
    static Instant parse(String text) {
        Matcher korean = KOREAN.matcher(text);
        if (korean.matches()) {
            return korean(korean);
        }
        String[] tokens = SEPARATORS.split(text, MAX_TOKENS + 1);
        WordyDate date = new WordyDate();
        if (tokens.length > MAX_TOKENS) {
            return null;
        }
        for (String token : tokens) {
            if (!token.isEmpty() && !date.take(token)) {
                return null;
            }
        }
        return date.instant();
    }

    private static Instant korean(Matcher date) {
        LocalDate day = LocalDate.of(
                Integer.parseInt(date.group("year")),
                Integer.parseInt(date.group("month")),
                Integer.parseInt(date.group("day")));
        Clock time = date.group("time") == null ? Clock.MIDNIGHT : Clock.parse(date.group("time"));
        if (time == null) {
            return null;
        }
        Clock known =
                date.group("half") == null ? time : time.half(date.group("half").equals("오후"));
        return FeedDate.instant(day, known.at(ZoneOffset.ofHours(9)));
    }

    private Instant instant() {
        if (day == 0 || month == 0 || year < 0) {
            return null;
        }
        Clock time = clock == null ? Clock.MIDNIGHT : clock;
        Clock known = afternoon == null ? time : time.half(afternoon);
        return FeedDate.instant(LocalDate.of(year, month, day), known.at(zone));
    }

    private boolean take(String token) {
        Matcher dashed = DASHED.matcher(token);
        if (dashed.matches()) {
            return number(dashed.group("a")) && month(dashed.group("month")) && number(dashed.group("b"));
        }
        Matcher number = NUMBER.matcher(token);
        if (number.matches()) {
            return number(number.group("number"));
        }
        Matcher glued = GLUED.matcher(token);
        if (glued.matches()) {
            return time(glued.group("time")) && half(glued.group("half"));
        }
        return time(token)
                || half(token)
                || month(token)
                || CalendarWords.isWeekday(token)
                || CONNECTIVES.contains(token.toLowerCase(Locale.ROOT))
                || zone(token);
    }

    private boolean number(String digits) {
        int value = Integer.parseInt(digits);
        if (digits.length() > 2 || day != 0) {
            boolean second = year >= 0;
            year = century(value, digits.length());
            return !second;
        }
        day = value;
        return value > 0;
    }

    private static int century(int year, int digits) {
        if (digits == 2) {
            return year < PIVOT ? year + 2 * THREE_DIGITS : year + 1900;
        }
        // Years counted from 1900, as some C programs print them.
        return digits == 3 && year >= TWO_DIGITS ? year + 1900 : year;
    }

    private boolean month(String token) {
        int found = CalendarWords.month(token);
        // "mar. 03 mars": the first of two was a weekday.
        if (found != 0 && (month == 0 || day != 0 || CalendarWords.isWeekday(token))) {
            month = found;
        }
        return found != 0;
    }

    private boolean time(String token) {
        Clock found = token.indexOf(':') < 0 ? null : Clock.parse(token);
        if (found != null && clock == null) {
            clock = found;
            return true;
        }
        return false;
    }

    private boolean half(String token) {
        String upper = token.toUpperCase(Locale.ROOT).replace(".", "");
        if (clock == null || (!upper.equals("AM") && !upper.equals("PM"))) {
            return false;
        }
        afternoon = upper.equals("PM");
        return true;
    }

    /** Only behind the time: before it, any short word would pass for a zone. */
    private boolean zone(String token) {
        ZoneOffset found = clock == null ? null : Zones.offset(token.toUpperCase(Locale.ROOT));
        boolean named = token.equals(token.toUpperCase(Locale.ROOT));
        if (found == null || !named) {
            return false;
        }
        // "-0500 (EST)" says it twice; the number is meant.
        zone = zone == null || zone.equals(ZoneOffset.UTC) ? found : zone;
        return true;
    }
}
