package dev.dateline.dashboard.sources;

import java.util.Arrays;
import java.util.OptionalDouble;

/** Counts of one source by minute for an hour and by hour for a week. Times are epoch minutes and never go back. */
final class HourCounts {
    private static final int MINUTES = 60;
    static final int HOURS = 24 * 7;

    private final int[] minutes = new int[MINUTES];
    private final int[] hours = new int[HOURS];
    private final long since;
    private long now;

    /** Counts from a minute on. */
    HourCounts(long since) {
        this.since = since;
        this.now = since;
    }

    void add(long minute, long count) {
        advance(minute);
        minutes[Math.floorMod(now, MINUTES)] += (int) Math.min(count, Integer.MAX_VALUE / MINUTES);
        hours[Math.floorMod(now / MINUTES, HOURS)] += (int) Math.min(count, Integer.MAX_VALUE / MINUTES);
    }

    long lastHour(long minute) {
        advance(minute);
        return Arrays.stream(minutes).asLongStream().sum();
    }

    /** Full hours seen before the one that is running. */
    int fullHours(long minute) {
        advance(minute);
        long first = (since + MINUTES - 1) / MINUTES;
        return (int) Math.max(0, Math.min(HOURS - 1, now / MINUTES - first));
    }

    /** The median of the full hours; empty before there is one. */
    OptionalDouble baseline(long minute) {
        int count = fullHours(minute);
        if (count == 0) {
            return OptionalDouble.empty();
        }
        long hour = now / MINUTES;
        int[] full = new int[count];
        for (int i = 0; i < count; i++) {
            full[i] = hours[Math.floorMod(hour - 1 - i, HOURS)];
        }
        Arrays.sort(full);
        return OptionalDouble.of(
                count % 2 == 1 ? full[count / 2] : (full[count / 2 - 1] + (double) full[count / 2]) / 2);
    }

    private void advance(long minute) {
        if (minute <= now) {
            return;
        }
        for (long passed = Math.max(now + 1, minute - MINUTES + 1); passed <= minute; passed++) {
            minutes[Math.floorMod(passed, MINUTES)] = 0;
        }
        long hour = minute / MINUTES;
        for (long passed = Math.max(now / MINUTES + 1, hour - HOURS + 1); passed <= hour; passed++) {
            hours[Math.floorMod(passed, HOURS)] = 0;
        }
        now = minute;
    }
}
