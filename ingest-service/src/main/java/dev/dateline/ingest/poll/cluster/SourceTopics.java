package dev.dateline.ingest.poll.cluster;

import dev.dateline.common.model.Source;
import dev.dateline.common.model.SourceState;
import dev.dateline.common.model.Subscription;
import dev.dateline.common.model.SubscriptionStatus;
import dev.dateline.common.runtime.DaemonThreads;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.common.topics.Topics;
import dev.dateline.ingest.poll.source.Interval;
import dev.dateline.ingest.poll.source.SourceView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the poller's topics whole, all partitions, on a thread of its own: any instance answers for any source, and a new owner knows
 * what the former one has written. Some kilobytes per source.
 */
public final class SourceTopics implements SourceView, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SourceTopics.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final KafkaSettings kafka;
    private final List<Table<?>> tables;
    private final Table<Source> sources;
    private final Table<SourceState> states;
    private final Table<Subscription> subscriptions;
    private final Map<TopicPartition, Long> read = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean complete;
    private volatile SourcePartitions partitions;

    public SourceTopics(KafkaSettings kafka, Topics topics) {
        this.kafka = kafka;
        this.sources = new Table<>(topics.sources(), SourceTopics::isSound);
        this.states = new Table<>(topics.sourceStates(), SourceTopics::isSound);
        this.subscriptions = new Table<>(topics.subscriptions(), SourceTopics::isSound);
        this.tables = List.of(sources, states, subscriptions);
        this.thread = DaemonThreads.named("poller-topics").newThread(this::run);
    }

    // What is needed of each record: anybody with the right to may have written it.

    private static boolean isSound(Source source) {
        return source.id() != null
                && source.url() != null
                && source.kind() != null
                && source.updatedAt() != null
                && (source.interval() == null || Interval.isValid(source.interval()));
    }

    private static boolean isSound(SourceState state) {
        return state.sourceId() != null && state.breaker() != null;
    }

    private static boolean isSound(Subscription subscription) {
        boolean isNamed = subscription.hub() != null && subscription.topic() != null && subscription.token() != null;
        boolean isActive = subscription.status() == SubscriptionStatus.ACTIVE;
        return isNamed
                && subscription.secret() != null
                && subscription.status() != null
                && subscription.requestedAt() != null
                && (subscription.leaseUntil() != null || !isActive);
    }

    public void start() {
        thread.start();
    }

    private void run() {
        while (!closed) {
            try (KafkaConsumer<String, byte[]> consumer = consumer()) {
                readUntilInterrupted(consumer);
            } catch (WakeupException | InterruptException e) {
                LOG.debug("reading sources ends", e);
            } catch (KafkaException e) {
                LOG.warn("sources can't be read from Kafka; tried again in {}", RETRY, e);
                pause();
            } catch (RuntimeException e) {
                LOG.error("a defect keeps sources from being read; tried again in {}", RETRY, e);
                pause();
            }
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        Map<String, Object> properties = kafka.client("ingest-sources");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // Claims of an instance that lost its sources are aborted: they must not be seen.
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private void readUntilInterrupted(KafkaConsumer<String, byte[]> consumer) {
        try {
            read(consumer);
        } finally {
            // What ended the reading must not end the closing, too: a consumer is closed by requests to the broker.
            if (Thread.interrupted()) {
                LOG.debug("reading sources was interrupted");
            }
        }
    }

    private void read(KafkaConsumer<String, byte[]> consumer) {
        List<TopicPartition> all = partitions(consumer);
        while (all.isEmpty() && !closed) {
            pause();
            all = partitions(consumer);
        }
        consumer.assign(all);
        // After a failure from where it was: what has been read is not read back into the past.
        all.forEach(partition -> consumer.seek(partition, position(partition)));
        Map<TopicPartition, Long> ends = consumer.endOffsets(all);
        while (!closed) {
            consumer.poll(POLL).forEach(this::apply);
            for (TopicPartition partition : all) {
                read.put(partition, consumer.position(partition));
            }
            synchronized (this) {
                notifyAll();
            }
            complete |= ends.entrySet().stream().allMatch(end -> hasRead(end.getKey(), end.getValue()));
        }
    }

    /** Of all topics; empty as long as one is missing. */
    private List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer) {
        List<TopicPartition> all = new ArrayList<>();
        for (Table<?> table : tables) {
            List<PartitionInfo> infos = consumer.partitionsFor(table.topic());
            if (infos == null || infos.isEmpty()) {
                LOG.debug("topic {} is missing", table.topic());
                return List.of();
            }
            infos.forEach(info -> all.add(new TopicPartition(info.topic(), info.partition())));
        }
        int count = all.size() / tables.size();
        if (all.stream().anyMatch(partition -> partition.partition() >= count)) {
            throw new KafkaException(
                    "the poller's topics differ in their number of partitions; see: dateline topics plan");
        }
        partitions = new SourcePartitions(count);
        return all;
    }

    private void apply(ConsumerRecord<String, byte[]> record) {
        for (Table<?> table : tables) {
            if (table.topic().equals(record.topic())) {
                table.apply(record);
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(RETRY.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isComplete() {
        return complete;
    }

    /** Where sources are; only once {@link #isComplete complete}. */
    SourcePartitions partitions() {
        return partitions;
    }

    boolean hasRead(TopicPartition partition, long end) {
        return position(partition) >= end;
    }

    /** Up to where a partition has been read. */
    long position(TopicPartition partition) {
        return read.getOrDefault(partition, 0L);
    }

    /** Waits until a record just written has been read, so that its writer sees it. */
    boolean awaitRead(TopicPartition partition, long end, Duration within) throws InterruptedException {
        long deadline = System.nanoTime() + within.toNanos();
        synchronized (this) {
            while (!hasRead(partition, end)) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                }
                wait(left);
            }
        }
        return true;
    }

    @Override
    public Collection<Source> sources() {
        return sources.rows().values();
    }

    @Override
    public Optional<Source> source(String id) {
        return Optional.ofNullable(sources.rows().get(id));
    }

    @Override
    public Optional<SourceState> state(String id) {
        return Optional.ofNullable(states.rows().get(id));
    }

    @Override
    public Optional<Subscription> subscription(String id) {
        return Optional.ofNullable(subscriptions.rows().get(id));
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
