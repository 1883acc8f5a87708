package dev.dateline.standalone.instances;

import dev.dateline.common.runtime.KafkaSettings;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Whether the enrich service has anything left to read, in any of the topics it reads, its own internal ones included. Assignments may
 * still change while the books balance already: letters between owners are not in the books.
 */
public final class WorkLeft implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration REACH_END_WITHIN = Duration.ofSeconds(1);

    private final KafkaSettings kafka;
    private final String group;
    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private Map<TopicPartition, Long> endsBefore = Map.of();

    public WorkLeft(KafkaSettings kafka) {
        this.kafka = kafka;
        this.group = kafka.topicPrefix() + "dateline-enrich";
        this.admin = kafka.admin("test-work-left");
        Map<String, Object> properties = kafka.client("test-work-left");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Waits until {@link #isNone()}. */
    public void awaitNone() throws Exception {
        Await.until("nothing is under way in " + group, this::isNone);
    }

    /**
     * True when at one moment no partition had a record, or an open transaction, behind the group's committed offset.
     *
     * <p>Partitions are looked at one after the other. Nothing was left in each at its own moment; and when none has grown since the
     * look before, then at the moment between the two looks nothing was left in all of them.
     */
    private boolean isNone() throws ExecutionException, InterruptedException {
        List<TopicPartition> partitions = partitions();
        Map<TopicPartition, Long> ends = ends(partitions);
        boolean grown = !ends.equals(endsBefore);
        endsBefore = ends;
        return isReadToEnd(ends) && !grown;
    }

    private boolean isReadToEnd(Map<TopicPartition, Long> ends) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        consumer.assign(ends.keySet());
        ends.keySet().forEach(partition -> {
            OffsetAndMetadata offset = committed.get(partition);
            consumer.seek(partition, offset == null ? 0 : offset.offset());
        });
        long deadline = System.nanoTime() + REACH_END_WITHIN.toNanos();
        // Markers of transactions take offsets too, so an offset below the end need not mean that a record is left.
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (!consumer.poll(POLL).isEmpty() || System.nanoTime() > deadline) {
                return false;
            }
        }
        return true;
    }

    private List<TopicPartition> partitions() throws ExecutionException, InterruptedException {
        List<String> read = admin.listTopics().names().get().stream()
                .filter(this::isReadByTheGroup)
                .toList();
        Collection<TopicDescription> described =
                admin.describeTopics(read).allTopicNames().get().values();
        return described.stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
    }

    private boolean isReadByTheGroup(String topic) {
        return topic.equals(kafka.topics().raw().name())
                || topic.startsWith(kafka.topicPrefix() + "news.letters.")
                || (topic.startsWith(group) && topic.endsWith("-repartition"));
    }

    /** High watermarks: behind them there may be transactions that are still open. */
    private Map<TopicPartition, Long> ends(List<TopicPartition> partitions)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream().collect(Collectors.toMap(partition -> partition, any -> OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(latest).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    @Override
    public void close() {
        consumer.close();
        admin.close();
    }
}
