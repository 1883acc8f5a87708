package dev.dateline.dashboard.series;

import java.util.Arrays;
import java.util.List;

/** Counts of one source by minute for an hour and by hour for a week, told in any order. Times are minutes since the epoch. */
final class HourCounts {
    private static final int MINUTES = 60;
    static final int HOURS = 24 * 7;

    private final int[] minutes = new int[MINUTES];
    private final int[] hours = new int[HOURS];
    private long first;
    private long now;

    /** Counts nothing yet; a minute that something is told of. */
    HourCounts(long minute) {
        this.first = minute;
        this.now = minute;
    }

    void add(long minute, long count) {
        advance(minute);
        first = Math.min(first, minute);
        int added = (int) Math.min(count, Integer.MAX_VALUE / MINUTES);
        if (minute > now - MINUTES) {
            minutes[Math.floorMod(minute, MINUTES)] += added;
        }
        if (hour(minute) > hour(now) - HOURS) {
            hours[Math.floorMod(hour(minute), HOURS)] += added;
        }
    }

    /**
     * What came in the last hour, and in the full hours since the first that anything was told of. Of several that count the same thing
     * from different places, of which each may miss some, the largest count holds.
     */
    static SourcePace pace(List<HourCounts> all, long minute) {
        all.forEach(counts -> counts.advance(minute));
        long lastHour = all.stream().mapToLong(HourCounts::lastHour).max().orElse(0);
        int count = all.stream().mapToInt(HourCounts::fullHours).max().orElse(0);
        if (count == 0) {
            return new SourcePace(lastHour, null, 0);
        }
        int[] full = new int[count];
        for (int i = 0; i < count; i++) {
            for (HourCounts counts : all) {
                full[i] = Math.max(full[i], counts.hours[Math.floorMod(hour(counts.now) - 1 - i, HOURS)]);
            }
        }
        return new SourcePace(lastHour, median(full), count);
    }

    private long lastHour() {
        return Arrays.stream(minutes).asLongStream().sum();
    }

    private int fullHours() {
        return (int) Math.max(0, Math.min(HOURS - 1, hour(now) - hour(first + MINUTES - 1)));
    }

    private static double median(int[] counts) {
        Arrays.sort(counts);
        int middle = counts.length / 2;
        return counts.length % 2 == 1 ? counts[middle] : (counts[middle - 1] + (double) counts[middle]) / 2;
    }

    private void advance(long minute) {
        if (minute <= now) {
            return;
        }
        for (long passed = Math.max(now + 1, minute - MINUTES + 1); passed <= minute; passed++) {
            minutes[Math.floorMod(passed, MINUTES)] = 0;
        }
        for (long passed = Math.max(hour(now) + 1, hour(minute) - HOURS + 1); passed <= hour(minute); passed++) {
            hours[Math.floorMod(passed, HOURS)] = 0;
        }
        now = minute;
    }

    private static long hour(long minute) {
        return Math.floorDiv(minute, MINUTES);
    }
}
