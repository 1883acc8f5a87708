package dev.dateline.enrich.stream;

import dev.dateline.enrich.copies.Claim;
import dev.dateline.enrich.identify.Identified;
import dev.dateline.enrich.step.Origin;
import java.util.List;
import org.apache.kafka.streams.kstream.KStream;

/**
 * What came in and what it turned out to be.
 *
 * @param partition the owner's, where the verdict has to go
 */
public record Arrival(Origin origin, Identified identified, int partition) {

    /** The question to the group of the same words; none for a resend. Shaped for {@link KStream#flatMapValues}. */
    public List<Claim> claims() {
        return identified.claim(partition).stream().toList();
    }

    /** Whether the raw record has found its end: known word for word, or older than what stands. */
    public boolean tellsNothingNew() {
        return !(identified instanceof Identified.Fresh);
    }
}
