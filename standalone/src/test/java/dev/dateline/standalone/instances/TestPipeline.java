package dev.dateline.standalone.instances;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.config.Settings;
import dev.dateline.common.model.LedgerLine;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.common.topics.TopicPlan;
import dev.dateline.standalone.books.Books;
import dev.dateline.standalone.books.LedgerReader;
import dev.dateline.standalone.books.Settlement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The topics of one pipeline, under a prefix of their own, so that several share a broker; and the producer that fills them. */
public final class TestPipeline implements AutoCloseable {
    /** A busy machine may take some of it to find an instance dead; only a defect takes all of it. */
    private static final Duration STILL_AT_MOST = Duration.ofMinutes(2);

    private static final long LOOK_EVERY_MS = 100;

    private final Map<String, String> settings;
    private final KafkaSettings kafka;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Queue<Future<RecordMetadata>> sent = new ConcurrentLinkedQueue<>();

    /** Makes the topics. */
    public TestPipeline(String bootstrapServers, String name, int partitions) {
        settings = Map.of(
                "dateline.kafka.bootstrap-servers",
                bootstrapServers,
                "dateline.kafka.topic-prefix",
                name + ".",
                "dateline.kafka.partitions",
                Integer.toString(partitions));
        kafka = KafkaSettings.from(settings());
        try (Admin admin = kafka.admin("test-topics")) {
            TopicPlan.of(admin, kafka.topics()).apply(admin, kafka.replicationFactor());
        }
        Map<String, Object> properties = kafka.client("test-producer");
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    public KafkaSettings kafka() {
        return kafka;
    }

    /** Settings of a service in this JVM that keeps no state. */
    public Settings settings() {
        return Settings.load(Map.of(), settings);
    }

    /** Settings of an instance in this JVM. */
    Settings settings(Path stateDir) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("dateline.enrich.state-dir", stateDir.toString());
        return Settings.load(Map.of(), all);
    }

    /** Environment variables of an instance in another process that keeps a warm copy of its neighbour's state. */
    Map<String, String> environment(Path stateDir) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("dateline.enrich.state-dir", stateDir.toString());
        all.put("dateline.enrich.standby-replicas", "1");
        return variables(all);
    }

    /** Environment variables of a service in another process that keeps no state. */
    public Map<String, String> environment() {
        return variables(settings);
    }

    private static Map<String, String> variables(Map<String, String> settings) {
        return settings.entrySet().stream()
                .collect(Collectors.toMap(
                        setting -> setting.getKey().toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"),
                        Map.Entry::getValue));
    }

    /** Hands a record over; {@link #flush} tells whether it arrived. */
    void send(RawRecord raw) {
        sent.add(producer.send(new ProducerRecord<>(
                kafka.topics().raw().name(), null, raw.receivedAt().toEpochMilli(), raw.keyBytes(), raw.value())));
    }

    /** Returns when all that was sent is acknowledged. */
    void flush() throws ExecutionException, InterruptedException {
        for (Future<RecordMetadata> each = sent.poll(); each != null; each = sent.poll()) {
            each.get();
        }
    }

    /** Returns when all are acknowledged. */
    public void write(List<RawRecord> records) throws ExecutionException, InterruptedException {
        records.forEach(this::send);
        flush();
    }

    /** Waits until so many raw records have been booked in, as long as their number grows. */
    void awaitBooked(long wanted) throws InterruptedException {
        try (LedgerReader ledger = LedgerReader.open(kafka)) {
            long booked = 0;
            long deadline = System.nanoTime() + STILL_AT_MOST.toNanos();
            while (booked < wanted) {
                assertThat(System.nanoTime())
                        .as("no more than %d of %d records are booked", booked, wanted)
                        .isLessThan(deadline);
                Thread.sleep(LOOK_EVERY_MS);
                long before = booked;
                booked = ledger.read().total().raw();
                if (booked > before) {
                    deadline = System.nanoTime() + STILL_AT_MOST.toNanos();
                }
            }
        }
    }

    /** Waits until nothing is under way anywhere, and checks that the books balance. */
    void awaitSettled(long rawRecords) throws Exception {
        awaitBooked(rawRecords);
        try (WorkLeft work = new WorkLeft(kafka);
                LedgerReader ledger = LedgerReader.open(kafka)) {
            new Settlement(ledger, STILL_AT_MOST).await(seen -> {});
            work.awaitNone();
            Books books = new Settlement(ledger, STILL_AT_MOST).await(seen -> {});
            assertThat(books.total().raw()).isEqualTo(rawRecords);
            assertThat(books.sources().values())
                    .as(books.toString())
                    .extracting(LedgerLine::inFlight)
                    .containsOnly(0L);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
