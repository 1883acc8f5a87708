package dev.dateline.ingest.access;

import java.time.Duration;
import java.time.Instant;

/** So many requests each second, and as many at once after a pause (a token bucket of one second's size). */
final class RequestRate {
    /** Tokens are counted in thousandths, because each millisecond adds one for each request a second. */
    private static final long TOKEN = 1000;

    private final int perSecond;
    private long filled;
    private Instant filledAt;

    RequestRate(int perSecond, Instant now) {
        this.perSecond = perSecond;
        this.filled = perSecond * TOKEN;
        this.filledAt = now;
    }

    /** How long to wait before the next; zero when this one may pass, and was counted. */
    synchronized Duration take(Instant now) {
        fill(now);
        if (filled >= TOKEN) {
            filled -= TOKEN;
            return Duration.ZERO;
        }
        return Duration.ofMillis((TOKEN - filled + perSecond - 1) / perSecond);
    }

    synchronized Limit state(Instant now) {
        fill(now);
        return new Limit("rate", perSecond, Duration.ofSeconds(1), filled / TOKEN, Duration.ofSeconds(1));
    }

    private void fill(Instant now) {
        // A clock that was set back fills nothing.
        long millis = Math.max(0, Duration.between(filledAt, now).toMillis());
        filled = Math.min(perSecond * TOKEN, filled + millis * perSecond);
        filledAt = now;
    }
}
