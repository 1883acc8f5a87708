package dev.dateline.dashboard.view;

import java.time.Instant;

/**
 * The books of one source, over all partitions.
 *
 * @param balanced nothing is in flight: every raw record is accounted for
 * @param updatedAt of the youngest line
 */
public record LedgerRow(
        String sourceId,
        long raw,
        long events,
        long duplicates,
        long resends,
        long deadLetters,
        long inFlight,
        boolean balanced,
        Instant updatedAt) {

    static LedgerRow of(String sourceId, Counts counts, Instant updatedAt) {
        return new LedgerRow(
                sourceId,
                counts.raw(),
                counts.events(),
                counts.duplicates(),
                counts.resends(),
                counts.deadLetters(),
                counts.inFlight(),
                counts.inFlight() == 0,
                updatedAt);
    }
}
