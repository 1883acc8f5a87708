package dev.dateline.dashboard.kafka;

import dev.dateline.common.runtime.KafkaSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads single records at their positions; for one thread. */
public final class RecordReader implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int ANSWER_WITHIN_MS = 3000;

    private final KafkaConsumer<byte[], byte[]> consumer;

    public RecordReader(KafkaSettings kafka, String clientId) {
        Map<String, Object> properties = kafka.client(clientId);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, IsolationLevel.READ_COMMITTED.toString());
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MS);
        properties.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MS);
        this.consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** How many partitions a topic has; 0 when there is none of that name. */
    public int partitions(String topic) {
        var found = consumer.partitionsFor(topic);
        return found == null ? 0 : found.size();
    }

    /**
     * The record at a position; empty when there is none, or none any more.
     *
     * @throws org.apache.kafka.common.KafkaException when Kafka does not answer in time
     */
    public Optional<ConsumerRecord<byte[], byte[]>> read(String topic, int partition, long offset) {
        if (partition < 0 || partition >= partitions(topic)) {
            return Optional.empty();
        }
        TopicPartition place = new TopicPartition(topic, partition);
        consumer.assign(List.of(place));
        long first = consumer.beginningOffsets(List.of(place)).get(place);
        long end = consumer.endOffsets(List.of(place)).get(place);
        if (offset < first || offset >= end) {
            return Optional.empty();
        }
        consumer.seek(place, offset);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                return record.offset() == offset ? Optional.of(record) : Optional.empty();
            }
            if (consumer.position(place) > offset) {
                return Optional.empty(); // a transaction's marker, or an aborted record
            }
        }
        throw new TimeoutException(
                "no answer about " + place + "@" + offset + " within " + PATIENCE.toSeconds() + " s");
    }

    @Override
    public void close() {
        consumer.close();
    }
}
