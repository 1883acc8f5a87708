package dev.dateline.dashboard.kafka;

import dev.dateline.common.topics.Topic;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * One topic to follow.
 *
 * @param backlog how many offsets before the end of each partition the reading begins; 0 for what is new, {@link #WHOLE} for all
 * @param taker is given each record once, by one thread; what it throws is logged, and the record left out
 */
public record Followed(String topic, long backlog, Consumer<ConsumerRecord<String, byte[]>> taker) {
    /** From the first record that is there. */
    public static final long WHOLE = Long.MAX_VALUE;

    /**
     * A topic to follow, decoded.
     *
     * @param taker is given null as the value of a tombstone
     */
    public static <V> Followed decoded(
            Topic<V> topic, long backlog, BiConsumer<ConsumerRecord<String, byte[]>, V> taker) {
        Deserializer<V> values = topic.serde().deserializer();
        return new Followed(
                topic.name(),
                backlog,
                record -> taker.accept(record, values.deserialize(record.topic(), record.value())));
    }
}
