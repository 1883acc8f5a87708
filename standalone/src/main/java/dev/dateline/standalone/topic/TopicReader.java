package dev.dateline.standalone.topic;

import dev.dateline.common.runtime.KafkaSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * All partitions of one topic, read as committed. Not safe for use by several threads, but for {@link #wakeup()}.
 *
 * <p>Every method throws {@link org.apache.kafka.common.KafkaException} when the cluster does not answer in time.
 */
public final class TopicReader implements AutoCloseable {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    private TopicReader(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        this.consumer = consumer;
        this.partitions = partitions;
    }

    /**
     * A reader at the beginning of a topic.
     *
     * @throws MissingTopicException when there is no such topic
     */
    public static TopicReader open(KafkaSettings kafka, String topic) {
        Map<String, Object> properties = kafka.client("dateline-command");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, IsolationLevel.READ_COMMITTED.toString());
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) ANSWER_WITHIN.toMillis());
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            List<PartitionInfo> infos = consumer.partitionsFor(topic);
            if (infos == null || infos.isEmpty()) {
                throw new MissingTopicException(topic, kafka.bootstrapServers());
            }
            List<TopicPartition> partitions = infos.stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return new TopicReader(consumer, partitions);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    /** Goes to the end as it is now, not as it is when the first record is asked for. */
    public void seekToEnd() {
        ends().forEach((partition, end) -> consumer.seek(partition, end));
    }

    /** What has come, after waiting a little; often nothing. */
    public ConsumerRecords<byte[], byte[]> poll() {
        return consumer.poll(POLL);
    }

    /**
     * Reads on, up to the end as it is now.
     *
     * @throws TimeoutException when the cluster stops answering in between
     */
    public void readToEnd(Consumer<ConsumerRecord<byte[], byte[]>> taker) {
        Map<TopicPartition, Long> ends = ends();
        long deadline = System.nanoTime() + ANSWER_WITHIN.toNanos();
        while (!isAt(ends)) {
            ConsumerRecords<byte[], byte[]> records = poll();
            if (!records.isEmpty()) {
                deadline = System.nanoTime() + ANSWER_WITHIN.toNanos();
            } else if (System.nanoTime() > deadline) {
                throw new TimeoutException("no records of " + partitions.get(0).topic() + " within " + ANSWER_WITHIN);
            }
            records.forEach(taker);
        }
    }

    /** Where each partition begins: above 0 once retention has deleted records. */
    public Map<Integer, Long> firstOffsets() {
        return byNumber(consumer.beginningOffsets(partitions));
    }

    /** The offset behind each partition's last record. */
    public Map<Integer, Long> endOffsets() {
        return byNumber(ends());
    }

    /** Makes a waiting {@link #poll()} of another thread throw {@link org.apache.kafka.common.errors.WakeupException}. */
    public void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private Map<TopicPartition, Long> ends() {
        return consumer.endOffsets(partitions);
    }

    private boolean isAt(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private static Map<Integer, Long> byNumber(Map<TopicPartition, Long> offsets) {
        Map<Integer, Long> numbered = new TreeMap<>();
        offsets.forEach((partition, offset) -> numbered.put(partition.partition(), offset));
        return numbered;
    }
}
