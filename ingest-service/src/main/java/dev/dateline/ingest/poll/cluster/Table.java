package dev.dateline.ingest.poll.cluster;

import dev.dateline.common.topics.Topic;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One compacted topic as a map: the latest value of each key. A record that is no such value leaves the former one in place. */
final class Table<V> {
    private static final Logger LOG = LoggerFactory.getLogger(Table.class);

    private final String topic;
    private final Deserializer<V> deserializer;
    private final Predicate<V> isSound;
    private final Map<String, V> rows = new ConcurrentHashMap<>();

    Table(Topic<V> topic, Predicate<V> isSound) {
        this.topic = topic.name();
        this.deserializer = topic.serde().deserializer();
        this.isSound = isSound;
    }

    String topic() {
        return topic;
    }

    /** Grows and shrinks as the topic is read. */
    Map<String, V> rows() {
        return rows;
    }

    void apply(ConsumerRecord<String, byte[]> record) {
        try {
            V value = deserializer.deserialize(topic, record.value());
            if (value == null) {
                rows.remove(record.key());
            } else if (isSound.test(value)) {
                rows.put(record.key(), value);
            } else {
                LOG.warn("{}-{}@{} lacks a field and is left out", topic, record.partition(), record.offset());
            }
        } catch (SerializationException e) {
            // Written by something else; it must not keep the other sources from being polled.
            LOG.warn("{}-{}@{} can't be read and is left out", topic, record.partition(), record.offset(), e);
        }
    }
}
