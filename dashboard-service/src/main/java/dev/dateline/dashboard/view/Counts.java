package dev.dateline.dashboard.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dateline.common.model.LedgerLine;

/** The books: what came in and what became of it. The equation is {@link LedgerLine}'s. */
public record Counts(long raw, long events, long duplicates, long resends, long deadLetters) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    static Counts of(LedgerLine line) {
        return new Counts(line.raw(), line.events(), line.duplicates(), line.resends(), line.deadLetters());
    }

    /** Raw records read and not yet settled; below zero only when the books are wrong. */
    @JsonProperty("in_flight")
    public long inFlight() {
        return raw - events - duplicates - resends - deadLetters;
    }

    Counts plus(Counts other) {
        return new Counts(
                raw + other.raw,
                events + other.events,
                duplicates + other.duplicates,
                resends + other.resends,
                deadLetters + other.deadLetters);
    }
}
