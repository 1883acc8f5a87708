package dev.dateline.standalone.books;

import dev.dateline.common.model.LedgerLine;

/**
 * How many records of one source ended where.
 *
 * @param resends in a recount the remainder: a resend is the one end that leaves no record of its own
 */
public record Count(long raw, long events, long duplicates, long resends, long deadLetters) {

    /** The remainder of raw records is taken for resends. */
    static Count withRemainder(long raw, long events, long duplicates, long deadLetters) {
        return new Count(raw, events, duplicates, raw - events - duplicates - deadLetters, deadLetters);
    }

    static Count of(LedgerLine line) {
        return new Count(line.raw(), line.events(), line.duplicates(), line.resends(), line.deadLetters());
    }
}
