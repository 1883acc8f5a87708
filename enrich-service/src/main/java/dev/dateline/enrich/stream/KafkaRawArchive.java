package dev.dateline.enrich.stream;

import dev.dateline.common.wire.CloudEvents;
import dev.dateline.common.wire.Redrives;
import dev.dateline.enrich.read.RawArchive;
import dev.dateline.enrich.read.RawRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads single records of the raw topic with a consumer that belongs to no group. */
public final class KafkaRawArchive implements RawArchive {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Consumer<byte[], byte[]> consumer;
    private final String topic;

    /**
     * An archive over a consumer, which it closes.
     *
     * @param consumer without a group; one record a poll is enough
     */
    public KafkaRawArchive(Consumer<byte[], byte[]> consumer, String topic) {
        this.consumer = consumer;
        this.topic = topic;
    }

    @Override
    public Optional<RawRecord> read(int partition, long offset) {
        TopicPartition place = new TopicPartition(topic, partition);
        consumer.assign(List.of(place));
        Map<TopicPartition, Long> first = consumer.beginningOffsets(List.of(place));
        if (offset < first.get(place)) {
            return Optional.empty();
        }
        consumer.seek(place, offset);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                // A later one first: this one was compacted or deleted in the meantime.
                return record.offset() == offset ? Optional.of(raw(record)) : Optional.empty();
            }
        }
        throw new TimeoutException(
                "can't read " + topic + "-" + partition + "@" + offset + " within " + PATIENCE.toSeconds() + " s");
    }

    private static RawRecord raw(ConsumerRecord<byte[], byte[]> record) {
        return new RawRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                record.value(),
                CloudEvents.source(record.headers()),
                record.timestamp(),
                Redrives.count(record.headers()));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
