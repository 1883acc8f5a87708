package dev.dateline.standalone.bench;

import dev.dateline.common.model.LedgerLine;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.common.topics.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the books until they balance. */
final class LedgerWatch implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, LedgerLine> consumer;
    private final Map<String, LedgerLine> lines = new HashMap<>();
    private Instant newest = Instant.EPOCH;

    LedgerWatch(KafkaSettings kafka, Topic<LedgerLine> ledger) {
        Map<String, Object> properties = kafka.client("bench-ledger");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.consumer = new KafkaConsumer<>(
                properties, new StringDeserializer(), ledger.serde().deserializer());
        List<TopicPartition> partitions = List.of(new TopicPartition(ledger.name(), 0));
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** What was settled when. */
    record Mark(long settled, Instant at) {}

    /** Waits until at least so many raw records have found their end. */
    Mark awaitSettled(long records, Duration within) {
        await(total -> total.raw() - total.inFlight() >= records, within);
        return new Mark(total().raw() - total().inFlight(), newest);
    }

    /**
     * Waits until so many raw records are booked and none of them is in flight.
     *
     * @return when the last of the lines that say so was written
     */
    Instant awaitBalanced(long raw, Duration within) {
        await(total -> total.raw() >= raw && total.inFlight() == 0, within);
        return newest;
    }

    private void await(Predicate<LedgerLine> reached, Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        while (System.nanoTime() < deadline) {
            consumer.poll(POLL).forEach(line -> {
                lines.put(line.key(), line.value());
                newest = Instant.ofEpochMilli(line.timestamp());
            });
            if (reached.test(total())) {
                return;
            }
        }
        throw new BenchException(
                "the ledger is not where it should be within " + within.toSeconds() + " s: " + total());
    }

    LedgerLine total() {
        return lines.values().stream().reduce(new LedgerLine("all", 0, 0, 0, 0, 0, 0, null), LedgerLine::plus);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
