package dev.dateline.ingest.read;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The time stamps of news formats: ISO 8601, basic or extended, as providers write it. {@code 2021-05-16T09:00:04+02:00},
 * {@code 20210516T090004Z}, {@code 20080219+0100} and {@code 2020-01-03 19:44} are all read. No zone means UTC, no time means
 * midnight.
 */
public final class ProviderTime {
    private static final int MAX_LENGTH = 40;
    private static final int NANO_DIGITS = 9;

    private final String text;
    private int at;

    private ProviderTime(String text) {
        this.text = text;
    }

    /** The moment, or null when it is not such a stamp. */
    public static Instant parse(String stamp) {
        if (stamp == null || stamp.length() > MAX_LENGTH * 2) {
            return null;
        }
        String text = stamp.strip();
        if (text.length() > MAX_LENGTH) {
            return null;
        }
        try {
            return new ProviderTime(text).read();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private Instant read() {
        int year = digits(4);
        boolean extended = skip('-');
        int month = digits(2);
        if (extended) {
            expect('-');
        }
        int day = digits(2);
        LocalDateTime time = LocalDateTime.of(year, month, day, 0, 0);
        if (skip('T') || skip('t') || skip(' ')) {
            time = clock(time);
        }
        return time.toInstant(zone());
    }

    private LocalDateTime clock(LocalDateTime day) {
        int hour = digits(2);
        boolean extended = skip(':');
        int minute = digits(2);
        int second = 0;
        int nano = 0;
        if (extended ? skip(':') : isDigit()) {
            second = Math.min(digits(2), 59); // a leap second is the one before
            nano = skip('.') || skip(',') ? fraction() : 0;
        }
        return LocalDateTime.of(day.getYear(), day.getMonth(), day.getDayOfMonth(), hour, minute, second, nano);
    }

    private ZoneOffset zone() {
        skip(' ');
        if (at == text.length()) {
            return ZoneOffset.UTC;
        }
        ZoneOffset zone = ZoneOffset.UTC;
        if (!skip('Z') && !skip('z')) {
            int sign = skip('-') ? -1 : 1;
            if (sign > 0) {
                expect('+');
            }
            int hours = digits(2);
            skip(':');
            zone = ZoneOffset.ofHoursMinutes(sign * hours, isDigit() ? sign * digits(2) : 0);
        }
        if (at < text.length()) {
            throw new DateTimeException("something follows");
        }
        return zone;
    }

    private int fraction() {
        int nano = 0;
        int count = 0;
        for (; isDigit(); at++, count++) {
            nano = count < NANO_DIGITS ? nano * 10 + (text.charAt(at) - '0') : nano;
        }
        for (; count < NANO_DIGITS; count++) {
            nano *= 10;
        }
        return nano;
    }

    private int digits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++, at++) {
            if (!isDigit()) {
                throw new DateTimeException("a digit is missing");
            }
            value = value * 10 + (text.charAt(at) - '0');
        }
        return value;
    }

    private boolean isDigit() {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private void expect(char wanted) {
        if (!skip(wanted)) {
            throw new DateTimeException("another character was expected");
        }
    }

    private boolean skip(char wanted) {
        boolean there = at < text.length() && text.charAt(at) == wanted;
        at += there ? 1 : 0;
        return there;
    }
}
