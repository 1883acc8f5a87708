package dev.dateline.ingest.poll.schedule;

import dev.dateline.common.model.BreakerState;
import java.time.Duration;

/** The pause after failures: doubled with each, and once the breaker is open, hours at least. */
final class Backoff {
    private static final int MOST_DOUBLINGS = 16;

    private Backoff() {}

    static BreakerState breaker(int failures) {
        return failures >= PollRules.BREAKER_OPENS_AFTER ? BreakerState.OPEN : BreakerState.CLOSED;
    }

    /**
     * The pause after this many failures in a row.
     *
     * @param interval between polls while all went well
     */
    static Duration pause(PollRules rules, Duration interval, int failures) {
        Duration doubled = interval.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        boolean open = breaker(failures) == BreakerState.OPEN;
        Duration least = open && doubled.compareTo(PollRules.BREAKER_PAUSE) < 0 ? PollRules.BREAKER_PAUSE : doubled;
        return rules.bounded(least);
    }
}
