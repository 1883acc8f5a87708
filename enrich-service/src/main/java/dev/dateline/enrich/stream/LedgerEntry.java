package dev.dateline.enrich.stream;

import dev.dateline.common.model.LedgerLine;
import dev.dateline.enrich.decide.Booking;
import dev.dateline.enrich.decide.Decision;
import dev.dateline.enrich.identify.Version;
import dev.dateline.enrich.step.Traced;
import java.time.Instant;
import java.util.List;

/**
 * One booking. Every raw record is booked once as raw, and once under where it ended; a withdrawal moves one from events to duplicates.
 */
public record LedgerEntry(String sourceId, int raw, int events, int duplicates, int resends, int deadLetters) {

    /** A record came in, and may have ended at once. */
    public static LedgerEntry arrived(Traced<?> extracted) {
        return new LedgerEntry(extracted.origin().sourceId(), 1, 0, 0, 0, extracted.failed() ? 1 : 0);
    }

    /** A record was already known, or came too late to be told; any other is still in flight. */
    public static List<LedgerEntry> identified(Arrival arrival) {
        return arrival.tellsNothingNew()
                ? List.of(new LedgerEntry(arrival.origin().sourceId(), 0, 0, 0, 1, 0))
                : List.of();
    }

    /** An original was published or refused. */
    public static LedgerEntry published(Traced<?> composed) {
        return new LedgerEntry(
                composed.origin().sourceId(), 0, composed.failed() ? 0 : 1, 0, 0, composed.failed() ? 1 : 0);
    }

    /** A text that was handed over could not be taken in; anything else about it is booked as for a record that came in. */
    public static List<LedgerEntry> takenOver(Traced<?> handed) {
        return handed.failed() ? List.of(new LedgerEntry(handed.origin().sourceId(), 0, 0, 0, 0, 1)) : List.of();
    }

    /** A record turned out a copy, or one no longer, now or after it had been published. */
    public static List<LedgerEntry> decided(Ruling ruling) {
        Decision decision = ruling.decision();
        Booking booking = decision.booking();
        if (booking.isNothing()) {
            return List.of();
        }
        String source = decision.state()
                .version(decision.revision())
                .map(Version::sourceId)
                .orElse(decision.state().sourceId());
        return List.of(new LedgerEntry(source, 0, booking.events(), booking.duplicates(), 0, 0));
    }

    /** The same booking on another account. */
    LedgerEntry under(String account) {
        return account.equals(sourceId)
                ? this
                : new LedgerEntry(account, raw, events, duplicates, resends, deadLetters);
    }

    LedgerLine bookedOn(LedgerLine line, int partition, Instant at) {
        LedgerLine booking = new LedgerLine(sourceId, partition, raw, events, duplicates, resends, deadLetters, at);
        return line == null ? booking : line.plus(booking);
    }
}
