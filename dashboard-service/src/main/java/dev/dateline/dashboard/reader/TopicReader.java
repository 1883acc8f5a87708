package dev.dateline.dashboard.reader;

import dev.dateline.common.runtime.Health;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.common.runtime.PeriodicTask;
import dev.dateline.common.telemetry.StepCounter;
import dev.dateline.common.topics.Topic;
import dev.dateline.common.topics.Topics;
import dev.dateline.dashboard.view.DashboardView;
import dev.dateline.dashboard.view.Feed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all partitions of the dashboard's topics into what is fed, committed records only, without a group: every dashboard sees
 * everything. Kafka may be down and topics missing; reading begins once they are there, and again after every failure.
 */
public final class TopicReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final Duration POLL = Duration.ofMillis(200);
    /** After this the partitions are looked up again: an operator may have added some. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final KafkaSettings kafka;
    private final Topics topics;
    private final StepCounter step;
    private final PastReader past;
    private final RecordApplier applier;
    private final StartingPoints startingPoints;
    private final PeriodicTask reading;
    private final AtomicLong records = new AtomicLong();
    private boolean pastBegun;
    private volatile boolean closing;
    private volatile Health health = Health.starting("the topics are not read yet");

    /**
     * A reader that does not read yet.
     *
     * @param view is fed, and counts what can't be read
     * @param others are fed after it
     * @param step counts the records
     * @param past is started when it is known where the reading begins, and ends with this
     */
    public TopicReader(KafkaSettings kafka, DashboardView view, List<Feed> others, StepCounter step, PastReader past) {
        this.kafka = kafka;
        this.topics = kafka.topics();
        this.step = step;
        this.past = past;
        this.applier = new RecordApplier(topics, view, others);
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
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                ConsumerProperties.of(kafka, "dashboard"), new StringDeserializer(), new ByteArrayDeserializer())) {
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
        Map<TopicPartition, Long> starts = new HashMap<>();
        for (TopicPartition partition : partitions) {
            starts.put(partition, startingPoints.of(partition, firsts.get(partition), ends.get(partition)));
        }
        starts.forEach(consumer::seek);
        if (!pastBegun) {
            pastBegun = true;
            past.start(starts);
        }
        health = Health.starting("reading the ledger from its beginning");
        applier.startReplay();
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
                applier.caughtUp();
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

    @Override
    public void close() {
        closing = true;
        reading.close();
        past.close();
    }
}
