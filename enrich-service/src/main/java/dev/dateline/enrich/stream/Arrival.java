package dev.dateline.enrich.stream;

import dev.dateline.enrich.identify.Identified;
import dev.dateline.enrich.near.Claim;
import dev.dateline.enrich.step.Origin;
import java.util.List;
import org.apache.kafka.streams.kstream.KStream;

/**
 * What came in and what it turned out to be.
 *
 * @param claims the questions to the shares of the bands; none for a resend. Shaped for {@link KStream#flatMapValues}
 */
public record Arrival(Origin origin, Identified identified, List<Claim> claims) {

    /** Whether the raw record has found its end: known word for word, or older than what stands. */
    public boolean tellsNothingNew() {
        return !(identified instanceof Identified.Fresh);
    }
}
