package dev.dateline.ingest.read.feed.date;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time of day.
 *
 * @param nanoOfDay up to 24:00, which is the next day's midnight
 * @param offset null when it is not known
 */
record Clock(long nanoOfDay, ZoneOffset offset) {
    static final Clock MIDNIGHT = new Clock(0, null);

    private static final Pattern TIME = Pattern.compile(
            "(?<hour>[0-9]{1,2}+)[:.](?<minute>[0-9]{1,2}+)(?:[:.](?<second>[0-9]{1,2}+)(?:[.,](?<fraction>[0-9]{1,9}+)[0-9]*+)?)?");
    private static final int HOURS = 24;
    private static final int HALF_DAY = 12;
    private static final int MINUTES = 60;
    private static final int NANO_DIGITS = 9;

    /** A time such as {@code 9:05}, {@code 09:05:03} or {@code 09:05:03.25}; null when the text is not one. */
    static Clock parse(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            return null;
        }
        return of(time.group("hour"), time.group("minute"), time.group("second"), time.group("fraction"), null);
    }

    /** A time of its parts, all but the hour may be null. */
    static Clock of(String hour, String minute, String second, String fraction, ZoneOffset offset) {
        int hours = Integer.parseInt(hour);
        int minutes = minute == null ? 0 : Integer.parseInt(minute);
        int seconds = second == null ? 0 : Integer.parseInt(second);
        String digits = fraction == null ? "" : fraction;
        long nanos = Long.parseLong((digits + "0".repeat(NANO_DIGITS)).substring(0, NANO_DIGITS));
        boolean endOfDay = hours == HOURS && minutes == 0 && seconds == 0;
        if ((hours >= HOURS && !endOfDay) || minutes >= MINUTES || seconds > MINUTES) {
            throw new DateTimeException("no such time");
        }
        // A leap second is the last second once more.
        Duration sinceMidnight = Duration.ofHours(hours)
                .plusMinutes(minutes)
                .plusSeconds(Math.min(seconds, MINUTES - 1))
                .plusNanos(nanos);
        return new Clock(sinceMidnight.toNanos(), offset);
    }

    Clock at(ZoneOffset known) {
        return new Clock(nanoOfDay, known);
    }

    /** The time on a twelve-hour clock that this one says. */
    Clock half(boolean afternoon) {
        long half = Duration.ofHours(HALF_DAY).toNanos();
        if (nanoOfDay >= half + Duration.ofHours(1).toNanos()) {
            return this; // 15:00 PM: the hour says all
        }
        return new Clock(nanoOfDay % half + (afternoon ? half : 0), offset);
    }
}
