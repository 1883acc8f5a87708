package dev.dateline.dashboard.verdict;

import dev.dateline.dashboard.view.Counts;
import java.time.Duration;
import java.time.Instant;

/** Whether raw records are missing in the books: work that stands still is lost, work that goes on is not. */
final class Balance {
    /** The ledger is published once a second, and an article may wait for its neighbours' answers. */
    static final Duration STILL = Duration.ofMinutes(1);

    private Counts last;
    private Instant since = Instant.MIN;

    /**
     * The books at a moment.
     *
     * @return records not accounted for: those in flight while nothing changed for a minute; below zero those booked twice
     */
    long unaccounted(Instant now, Counts totals) {
        if (last == null || totals.raw() != last.raw() || totals.inFlight() != last.inFlight()) {
            last = totals;
            since = now;
        }
        boolean still = Duration.between(since, now).compareTo(STILL) >= 0;
        return totals.inFlight() < 0 || still ? totals.inFlight() : 0;
    }
}
