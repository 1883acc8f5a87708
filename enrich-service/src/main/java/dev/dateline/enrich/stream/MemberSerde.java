package dev.dateline.enrich.stream;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** The changelog's values: a member and since when it is kept. Null stays null (a tombstone). */
final class MemberSerde implements Serde<KeptMember> {

    @Override
    public Serializer<KeptMember> serializer() {
        return (topic, kept) -> kept == null ? null : MemberCodec.encode(kept.keptSince(), kept.member());
    }

    /** Throws {@link org.apache.kafka.common.errors.SerializationException} when the bytes are not a member. */
    @Override
    public Deserializer<KeptMember> deserializer() {
        return (topic, bytes) -> bytes == null
                ? null
                : MemberCodec.decode(bytes, "kept member", read -> new KeptMember(read.member(), read.head()));
    }
}
