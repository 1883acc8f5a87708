package dev.dateline.dashboard.deadletters;

import java.time.Duration;

/** An even pace: so many a second, and no burst after a wait. */
final class Pace {
    private final long interval;
    private long next;

    Pace(int perSecond, long now) {
        this.interval = Duration.ofSeconds(1).toNanos() / perSecond;
        this.next = now;
    }

    /** How many nanoseconds to wait before the next one; zero when its turn is now, which this call then takes. */
    long take(long now) {
        if (now < next) {
            return next - now;
        }
        next = Math.max(next, now - interval) + interval;
        return 0;
    }
}
