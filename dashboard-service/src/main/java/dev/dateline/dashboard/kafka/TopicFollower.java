package dev.dateline.dashboard.kafka;

import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.common.runtime.PeriodicTask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads some topics on a thread of its own, without a group, committed records only. Kafka may be down and topics missing: what is there
 * is read, and after a failure the reading goes on from where it was.
 */
public final class TopicFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);
    private static final Duration LOOK_FOR_MISSING = Duration.ofSeconds(2);
    private static final int ANSWER_WITHIN_MS = 3000;

    private final KafkaSettings kafka;
    private final String clientId;
    private final Map<String, Followed> byTopic = new HashMap<>();
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Set<String> reported = new HashSet<>();
    private final PeriodicTask reading;
    private volatile boolean closing;
    private volatile boolean complete;

    /** A follower that does not read yet. */
    public TopicFollower(KafkaSettings kafka, String clientId, List<Followed> followed) {
        this.kafka = kafka;
        this.clientId = clientId;
        followed.forEach(each -> byTopic.put(each.topic(), each));
        this.reading = new PeriodicTask(clientId, BETWEEN_TRIES, this::readUntilItFails);
    }

    public void start() {
        reading.start();
    }

    /** Whether all topics are there and were read once up to where they ended. */
    public boolean isComplete() {
        return complete;
    }

    private void readUntilItFails() {
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(properties(), new StringDeserializer(), new ByteArrayDeserializer())) {
            while (!closing) {
                readUntilItIsTimeToLook(consumer, partitions(consumer));
            }
        } catch (OffsetOutOfRangeException e) {
            LOG.warn("records expired, or a topic was made anew, before it was read: {}", e.toString());
            next.keySet().removeAll(e.partitions());
        } catch (KafkaException e) {
            if (!closing) {
                LOG.debug("{} can't read now; tried again in a moment", clientId, e);
            }
        }
    }

    private void readUntilItIsTimeToLook(KafkaConsumer<String, byte[]> consumer, List<TopicPartition> partitions) {
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = seek(consumer, partitions);
        boolean allThere =
                partitions.stream().map(TopicPartition::topic).distinct().count() == byTopic.size();
        long until = System.nanoTime() + (allThere ? LOOK_AGAIN : LOOK_FOR_MISSING).toNanos();
        while (!closing && System.nanoTime() < until) {
            if (partitions.isEmpty()) {
                return;
            }
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                take(record);
            }
            for (TopicPartition partition : partitions) {
                next.put(partition, consumer.position(partition));
            }
            complete |= allThere && ends.entrySet().stream().allMatch(end -> next.get(end.getKey()) >= end.getValue());
        }
    }

    private Map<TopicPartition, Long> seek(KafkaConsumer<String, byte[]> consumer, List<TopicPartition> partitions) {
        Map<TopicPartition, Long> firsts = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        for (TopicPartition partition : partitions) {
            long back = byTopic.get(partition.topic()).backlog();
            long begin = Math.max(firsts.get(partition), back > ends.get(partition) ? 0 : ends.get(partition) - back);
            consumer.seek(partition, next.getOrDefault(partition, begin));
        }
        return ends;
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        try {
            byTopic.get(record.topic()).taker().accept(record);
        } catch (RuntimeException e) {
            // Not the message: it may quote the record. The first of each topic, so that a broken producer fills no
            // disk.
            if (reported.add(record.topic())) {
                LOG.warn(
                        "{}-{}@{} can't be read and is left out ({}); further ones of this topic are not reported",
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        e.getClass().getName());
            }
        }
    }

    private List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer) {
        List<TopicPartition> all = new ArrayList<>();
        for (String topic : byTopic.keySet()) {
            List<PartitionInfo> found = consumer.partitionsFor(topic);
            if (found != null) {
                found.forEach(each -> all.add(new TopicPartition(topic, each.partition())));
            }
        }
        return all;
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = kafka.client(clientId);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, IsolationLevel.READ_COMMITTED.toString());
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MS);
        properties.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MS);
        return properties;
    }

    @Override
    public void close() {
        closing = true;
        reading.close();
    }
}
