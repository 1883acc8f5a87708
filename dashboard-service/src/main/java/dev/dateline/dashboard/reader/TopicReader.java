package dev.dateline.dashboard.reader;

import dev.dateline.common.runtime.Health;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.common.runtime.PeriodicTask;
import dev.dateline.common.telemetry.StepCounter;
import dev.dateline.common.topics.Topic;
import dev.dateline.common.topics.Topics;
import dev.dateline.dashboard.view.DashboardView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all partitions of the dashboard's topics into the view, committed records only, without a group: every dashboard sees
 * everything. Kafka may be down and topics missing; reading begins once they are there, and again after every failure.
 */
public final class TopicReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);
    private static final Duration POLL = Duration.ofMillis(200);
    /** After this the partitions are looked up again: an operator may have added some. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    /** Of one answer of the broker; a larger record still comes, alone. */
    private static final int FETCH_BYTES = 8 << 20;

    private final KafkaSettings kafka;
    private final Topics topics;
    private final DashboardView view;
    private final RecordApplier applier;
    private final StartingPoints startingPoints;
    private final PeriodicTask reading;
    private final AtomicLong records = new AtomicLong();
    private final StepCounter step;
    private volatile boolean closing;
    private volatile Health health = Health.starting("the topics are not read yet");

    /** A reader that reads nothing yet; {@code step} counts the records. */
    public TopicReader(KafkaSettings kafka, DashboardView view, StepCounter step) {
        this.kafka = kafka;
        this.topics = kafka.topics();
        this.view = view;
        this.step = step;
        this.applier = new RecordApplier(topics, view);
        this.startingPoints = new StartingPoints(topics);
        this.reading = new PeriodicTask("dashboard-reader", BETWEEN_TRIES, this::readUntilItFails);
    }

    /** The topics that are read. */
    public static Set<String> topicsRead(Topics topics) {
        return read(topics).stream().map(Topic::name).collect(Collectors.toUnmodifiableSet());
    }

    private static List<Topic<?>> read(Topics topics) {
        return List.of(topics.ledger(), topics.telemetry(), topics.events(), topics.duplicates(), topics.deadLetters());
    }

    public void start() {
        reading.start();
    }

    /** Up once the view shows the topics as they are. */
    public Health health() {
        return health;
    }

    /** Records read since the start, readable or not. */
    public long records() {
        return records.get();
    }

    private void readUntilItFails() {
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(properties(), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = partitions(consumer);
            if (partitions.isEmpty()) {
                health = Health.starting("the topics to read are not there yet");
                return;
            }
            consumer.assign(partitions);
            readFrom(consumer, begin(consumer, partitions), partitions.size());
        } catch (OffsetOutOfRangeException e) {
            LOG.warn(
                    "records expired, or a topic was made anew, before it was read; beginning again: {}", e.toString());
            startingPoints.forget(e.partitions());
        } catch (KafkaException e) {
            if (!closing) {
                health = Health.starting("reading the topics failed and begins again: " + e);
                LOG.warn("reading the topics failed; beginning again: {}", e.toString());
            }
        }
    }

    /** Goes to the starting points; returns where the partitions end now. */
    private Map<TopicPartition, Long> begin(KafkaConsumer<String, byte[]> consumer, List<TopicPartition> partitions) {
        Map<TopicPartition, Long> firsts = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        for (TopicPartition partition : partitions) {
            consumer.seek(partition, startingPoints.of(partition, firsts.get(partition), ends.get(partition)));
        }
        health = Health.starting("reading the ledger from its beginning");
        view.startReplay();
        return ends;
    }

    /** Returns when it is time to look for new partitions, or to close. */
    private void readFrom(
            KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> replayEnds, int partitionCount) {
        boolean replaying = true;
        long lookedAt = System.nanoTime();
        while (!closing) {
            ConsumerRecords<String, byte[]> polled = consumer.poll(POLL);
            polled.forEach(this::apply);
            records.addAndGet(polled.count());
            consumer.assignment()
                    .forEach(partition -> startingPoints.readUpTo(partition, consumer.position(partition)));
            if (replaying && isPast(consumer, replayEnds)) {
                replaying = false;
                view.caughtUp();
                health = Health.up();
            }
            if (System.nanoTime() - lookedAt > LOOK_AGAIN.toNanos()) {
                if (partitions(consumer).size() != partitionCount) {
                    LOG.info("the number of partitions changed; reading begins again");
                    return;
                }
                lookedAt = System.nanoTime();
            }
        }
    }

    private void apply(ConsumerRecord<String, byte[]> record) {
        if (step.measure(() -> applier.apply(record))) {
            step.made(1);
        } else {
            step.rejected(1);
        }
    }

    private static boolean isPast(KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /** All partitions of all topics; empty while one topic is missing. */
    private List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer) {
        List<TopicPartition> all = new ArrayList<>();
        for (Topic<?> topic : read(topics)) {
            var found = consumer.partitionsFor(topic.name());
            if (found == null || found.isEmpty()) {
                return List.of();
            }
            found.forEach(partition -> all.add(new TopicPartition(partition.topic(), partition.partition())));
        }
        return all;
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = kafka.client("dashboard");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, IsolationLevel.READ_COMMITTED.toString());
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // An offset that is not there any more is ours to handle: the ledger must not be read with a gap.
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) ANSWER_WITHIN.toMillis());
        properties.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) ANSWER_WITHIN.toMillis());
        return properties;
    }

    @Override
    public void close() {
        closing = true;
        reading.close();
    }
}
