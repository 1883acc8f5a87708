package dev.dateline.dashboard.alerts;

import java.time.Duration;

/** Times of whole seconds in the largest units that fit. */
final class Length {
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Length() {}

    /** For people: {@code 41 s}, {@code 10 min}, {@code 1 h 30 min}; seconds are left out beyond an hour. */
    static String show(Duration time) {
        long seconds = time.toSeconds();
        if (seconds < MINUTE) {
            return seconds + " s";
        }
        if (seconds < HOUR) {
            return both(seconds / MINUTE, "min", seconds % MINUTE, "s");
        }
        if (seconds < DAY) {
            return both(seconds / HOUR, "h", seconds % HOUR / MINUTE, "min");
        }
        return both(seconds / DAY, "d", seconds % DAY / HOUR, "h");
    }

    private static String both(long large, String largeUnit, long small, String smallUnit) {
        return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }

    /** As Prometheus writes it: {@code 90s}, {@code 10m}, {@code 1d}. */
    static String prometheus(Duration time) {
        long seconds = time.toSeconds();
        if (seconds == 0 || seconds % MINUTE != 0) {
            return seconds + "s";
        }
        if (seconds % HOUR != 0) {
            return seconds / MINUTE + "m";
        }
        return seconds % DAY == 0 ? seconds / DAY + "d" : seconds / HOUR + "h";
    }
}
