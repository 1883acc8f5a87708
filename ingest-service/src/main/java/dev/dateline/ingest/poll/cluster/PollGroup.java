package dev.dateline.ingest.poll.cluster;

import dev.dateline.common.runtime.DaemonThreads;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.common.topics.Topics;
import dev.dateline.ingest.poll.schedule.Scheduler;
import dev.dateline.ingest.poll.schedule.StateLog;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This instance among those that poll: a consumer group shares the partitions of the sources out. Nothing is consumed through it; a
 * source is polled while its partition is assigned here, and once all that former owners wrote about it has been read.
 */
public final class PollGroup implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PollGroup.class);
    private static final String GROUP = "dateline-poller";
    private static final Duration ROUND = Duration.ofMillis(200);
    private static final Duration RETRY = Duration.ofSeconds(1);
    /** How soon the sources of a killed instance are shared out anew. */
    private static final Duration SESSION = Duration.ofSeconds(10);

    private final KafkaSettings kafka;
    private final Topics topics;
    private final SourceTopics view;
    private final ClaimLog log;
    private final Scheduler scheduler;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    /** Assigned, and where reading has to have got to before polling; null until that is known. */
    private final Map<Integer, Map<TopicPartition, Long>> catchingUp = new HashMap<>();

    private final Set<Integer> ours = new HashSet<>();
    private KafkaConsumer<byte[], byte[]> consumer;
    private volatile boolean closed;
    private volatile int owned;

    /** The group's member of this instance; {@code scheduler} is made over the log that it writes to. */
    public PollGroup(
            KafkaSettings kafka,
            Topics topics,
            SourceTopics view,
            String instanceId,
            Function<StateLog, Scheduler> scheduler) {
        this.kafka = kafka;
        this.topics = topics;
        this.view = view;
        this.log = new ClaimLog(kafka, topics, instanceId, this::member, view);
        this.scheduler = scheduler.apply(log);
        this.thread = DaemonThreads.named("poller").newThread(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Sources that this instance polls now. */
    public int owned() {
        return owned;
    }

    private ConsumerGroupMetadata member() {
        return consumer.groupMetadata();
    }

    private void run() {
        while (!closed) {
            // Most installations poll nothing: they need not pay for a group.
            if (!view.isComplete() || view.sources().isEmpty()) {
                pause();
                continue;
            }
            try (KafkaConsumer<byte[], byte[]> joined = join()) {
                consumer = joined;
                joined.subscribe(List.of(topics.sources().name()), new Rebalance());
                while (!closed) {
                    round(joined);
                }
                joined.unsubscribe();
            } catch (WakeupException | InterruptException e) {
                LOG.debug("polling ends", e);
            } catch (KafkaException e) {
                LOG.warn("polling is interrupted; tried again in {}", RETRY, e);
                forgetAll();
                pause();
            } catch (RuntimeException e) {
                LOG.error("a defect interrupts polling; tried again in {}", RETRY, e);
                forgetAll();
                pause();
            }
        }
        log.close();
    }

    private KafkaConsumer<byte[], byte[]> join() {
        Map<String, Object> properties = kafka.client("ingest-poller");
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, kafka.topicPrefix() + GROUP);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) SESSION.toMillis());
        properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, (int)
                SESSION.dividedBy(4).toMillis());
        // Only what moves stops; the other sources are polled on while the group rearranges itself.
        properties.put(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                List.of(CooperativeStickyAssignor.class.getName()));
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private void round(KafkaConsumer<byte[], byte[]> joined) {
        joined.poll(ROUND);
        catchUp(joined);
        scheduler.round(id -> ours.contains(view.partitions().of(id)));
        owned = scheduler.size();
    }

    /** Partitions become ours when all that was written about them before the assignment has been read. */
    private void catchUp(KafkaConsumer<byte[], byte[]> joined) {
        for (Map.Entry<Integer, Map<TopicPartition, Long>> assigned : catchingUp.entrySet()) {
            if (assigned.getValue() == null) {
                assigned.setValue(joined.endOffsets(List.of(
                        new TopicPartition(topics.sources().name(), assigned.getKey()),
                        new TopicPartition(topics.sourceStates().name(), assigned.getKey()))));
            }
        }
        catchingUp.entrySet().removeIf(assigned -> {
            boolean read =
                    assigned.getValue().entrySet().stream().allMatch(end -> view.hasRead(end.getKey(), end.getValue()));
            if (read) {
                ours.add(assigned.getKey());
            }
            return read;
        });
    }

    private final class Rebalance implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            // Their records are read by all instances, elsewhere.
            consumer.pause(partitions);
            partitions.forEach(partition -> catchingUp.put(partition.partition(), null));
        }

        /** Polling of these has stopped when this returns: only then does the group give them to another. */
        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            Set<Integer> revoked = numbers(partitions);
            scheduler.release(id -> revoked.contains(view.partitions().of(id)));
        }

        /** The group gave up on us, for example after a long freeze. */
        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            Set<Integer> lost = numbers(partitions);
            scheduler.lose(id -> lost.contains(view.partitions().of(id)));
        }

        private Set<Integer> numbers(Collection<TopicPartition> partitions) {
            Set<Integer> numbers = new HashSet<>();
            partitions.forEach(partition -> numbers.add(partition.partition()));
            ours.removeAll(numbers);
            catchingUp.keySet().removeAll(numbers);
            return numbers;
        }
    }

    private void forgetAll() {
        ours.clear();
        catchingUp.clear();
        scheduler.lose(id -> true);
    }

    private void pause() {
        try {
            var unused = closing.await(RETRY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Leaves the group, after the polls under way have ended and what they found was written. */
    @Override
    public void close() {
        closed = true;
        closing.countDown();
        try {
            thread.join(Duration.ofSeconds(20).toMillis());
            if (thread.isAlive()) {
                thread.interrupt();
                thread.join(Duration.ofSeconds(5).toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
