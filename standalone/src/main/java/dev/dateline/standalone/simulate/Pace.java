package dev.dateline.standalone.simulate;

/**
 * When deliveries are due. Time lost is made up for, up to one second's worth: a pipeline that was down for an hour is not flooded.
 *
 * @param perSecond deliveries a second; 0 means as fast as they are taken
 */
public record Pace(double perSecond) {
    private static final double SECOND = 1e9;

    public Pace {
        if (!(perSecond >= 0)) {
            throw new IllegalArgumentException("a rate can't be below zero: " + perSecond);
        }
    }

    /** As fast as the pipeline takes them. */
    public static Pace unlimited() {
        return new Pace(0);
    }

    /** A clock that starts at a time in nanoseconds. */
    Clock from(long now) {
        return new Clock(now);
    }

    /** Says when the next one is due. */
    final class Clock {
        private final long start;
        /** Nanoseconds after the start. */
        private double due;

        private Clock(long start) {
            this.start = start;
        }

        /** Nanoseconds until the next delivery is due; 0 when it is. Counts it as made when it is due. */
        long untilDue(long now) {
            if (perSecond == 0) {
                return 0;
            }
            double sinceStart = (double) (now - start);
            due = Math.max(due, sinceStart - SECOND);
            if (due > sinceStart) {
                return (long) Math.ceil(due - sinceStart);
            }
            due += SECOND / perSecond;
            return 0;
        }
    }
}
