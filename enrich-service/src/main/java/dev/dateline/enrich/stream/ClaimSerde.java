package dev.dateline.enrich.stream;

import dev.dateline.enrich.near.Claim;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** Claims on their way to the owner of a share of the bands; null stays null. */
public final class ClaimSerde implements Serde<Claim> {

    @Override
    public Serializer<Claim> serializer() {
        return (topic, claim) -> claim == null ? null : MemberCodec.encode(claim.bandPartition(), claim.member());
    }

    /** Throws {@link org.apache.kafka.common.errors.SerializationException} when the bytes are not a claim. */
    @Override
    public Deserializer<Claim> deserializer() {
        return (topic, bytes) -> bytes == null
                ? null
                : MemberCodec.decode(bytes, "claim", read -> new Claim(partition(read.head()), read.member()));
    }

    private static int partition(long head) {
        if (head < 0 || head > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("no band partition has the number " + head);
        }
        return (int) head;
    }
}
