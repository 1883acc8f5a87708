package dev.dateline.dashboard.reader;

import dev.dateline.common.model.Telemetry;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.common.runtime.PeriodicTask;
import dev.dateline.common.topics.Topic;
import dev.dateline.dashboard.series.Series;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the telemetry of the last day, once, beside the reading of what arrives: the last hour first, then the one before it. So charts
 * are soon there after a start, and a long past holds up nothing. Ends at a bound of bytes; what lies before stays unknown.
 */
public final class PastReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PastReader.class);

    private static final int HOURS = 24;
    /** A day of some twenty services. */
    private static final long MOST_BYTES = 2L << 30;

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final KafkaSettings kafka;
    private final Topic<Telemetry> topic;
    private final Series.Past past;
    private final InstantSource clock;
    private final Runnable unreadable;
    private final PeriodicTask reading;

    /** Where the hour that is read, or the next one, ends. */
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    /** Where the reading of an hour stands, to go on there after a failure; empty between two hours. */
    private final Map<TopicPartition, Long> next = new HashMap<>();

    private Instant begin;
    private int hours;
    private long bytes;
    private boolean done;
    private volatile boolean closing;

    /**
     * A reader that does not read yet.
     *
     * @param unreadable run for each record that can't be read
     */
    public PastReader(KafkaSettings kafka, Series series, InstantSource clock, Runnable unreadable) {
        this.kafka = kafka;
        this.topic = kafka.topics().telemetry();
        this.past = series.past();
        this.clock = clock;
        this.unreadable = unreadable;
        this.reading = new PeriodicTask("dashboard-past", BETWEEN_TRIES, this::readUntilItFails);
    }

    /**
     * To be called once.
     *
     * @param from where the reading of what arrives begins, of each partition
     */
    void start(Map<TopicPartition, Long> from) {
        from.forEach((partition, offset) -> {
            if (partition.topic().equals(topic.name())) {
                ends.put(partition, offset);
            }
        });
        begin = clock.instant();
        reading.start();
    }

    private void readUntilItFails() {
        if (done) {
            return;
        }
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                ConsumerProperties.of(kafka, "dashboard-past"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(ends.keySet());
            Map<TopicPartition, Long> firsts = consumer.beginningOffsets(ends.keySet());
            while (!closing && hours < HOURS && bytes < MOST_BYTES && !isAtTheBeginning(firsts)) {
                readHour(consumer, firsts);
            }
            done = !closing;
            LOG.info("read the telemetry of the last {} hours, {} MiB", hours, bytes >> 20);
        } catch (OffsetOutOfRangeException e) {
            done = true;
            LOG.info("telemetry expired while it was read; what is older stays unknown");
        } catch (KafkaException e) {
            if (!closing) {
                LOG.warn("reading the past failed and goes on where it stopped: {}", e.toString());
            }
        }
    }

    private boolean isAtTheBeginning(Map<TopicPartition, Long> firsts) {
        return next.isEmpty() && ends.entrySet().stream().allMatch(end -> end.getValue() <= firsts.get(end.getKey()));
    }

    private void readHour(KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> firsts) {
        Map<TopicPartition, Long> starts = starts(consumer, firsts);
        if (next.isEmpty()) {
            next.putAll(starts);
        }
        next.forEach(consumer::seek);
        Deserializer<Telemetry> values = topic.serde().deserializer();
        while (!closing && isBefore(consumer, ends)) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                if (record.offset() < ends.get(new TopicPartition(record.topic(), record.partition()))) {
                    apply(record, values);
                }
            }
            ends.keySet().forEach(partition -> next.put(partition, consumer.position(partition)));
        }
        if (!closing) {
            next.clear();
            ends.putAll(starts);
            hours++;
            past.hourIsRead();
        }
    }

    /** Where the hour begins; where nothing lies in it, or in a part of the topic that is still to come, that is its end. */
    private Map<TopicPartition, Long> starts(KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> firsts) {
        long from = begin.minus(Duration.ofHours(hours + 1L)).toEpochMilli();
        Map<TopicPartition, Long> wanted = new HashMap<>();
        ends.keySet().forEach(partition -> wanted.put(partition, from));
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(wanted);
        Map<TopicPartition, Long> starts = new HashMap<>();
        ends.forEach((partition, end) -> {
            OffsetAndTimestamp start = found.get(partition);
            starts.put(partition, start == null ? end : Math.min(end, Math.max(start.offset(), firsts.get(partition))));
        });
        return starts;
    }

    private static boolean isBefore(KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    private void apply(ConsumerRecord<String, byte[]> record, Deserializer<Telemetry> values) {
        bytes += Math.max(0, record.serializedValueSize());
        try {
            Telemetry telemetry = values.deserialize(record.topic(), record.value());
            if (telemetry != null) {
                past.telemetry(telemetry);
            }
        } catch (RuntimeException e) {
            LOG.debug("telemetry at offset {} can't be read", record.offset(), e);
            unreadable.run();
        }
    }

    @Override
    public void close() {
        closing = true;
        reading.close();
    }
}
