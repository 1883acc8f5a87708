package dev.dateline.enrich;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.common.topics.Topic;
import dev.dateline.common.topics.Topics;
import dev.dateline.common.wire.CloudEvents;
import dev.dateline.common.wire.Json;
import dev.dateline.common.wire.Redrives;
import dev.dateline.enrich.near.CopyRule;
import dev.dateline.enrich.near.CopySettings;
import dev.dateline.enrich.read.RawArchive;
import dev.dateline.enrich.read.RawRecord;
import dev.dateline.enrich.sketch.SketchSettings;
import dev.dateline.enrich.step.StepMeter;
import dev.dateline.enrich.stream.StreamsDeadLetters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The real topology in Kafka's test driver: bytes in, JSON out. */
final class TopologyFixture implements AutoCloseable {
    static final Topics TOPICS = Topics.of("", 1);
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final CopySettings COPIES =
            new CopySettings(1, Duration.ofDays(1), SketchSettings.DEFAULT, CopyRule.DEFAULT);
    private static final Pipeline PIPELINE = Pipeline.standard(COPIES);

    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> raw;
    private final SentRecords archive = new SentRecords();
    private final StepMeter steps = new StepMeter(new SimpleMeterRegistry());

    TopologyFixture() {
        this(PIPELINE);
    }

    TopologyFixture(Pipeline pipeline) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        properties.put(
                StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
                TOPICS.deadLetters().name());
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, StreamsDeadLetters.class);
        driver = new TopologyTestDriver(topology(pipeline, steps, () -> archive), properties, START);
        raw = driver.createInputTopic(TOPICS.raw().name(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    static Topology topology(Pipeline pipeline, Supplier<RawArchive> archive) {
        return topology(pipeline, new StepMeter(new SimpleMeterRegistry()), archive);
    }

    private static Topology topology(Pipeline pipeline, StepMeter steps, Supplier<RawArchive> archive) {
        return new EnrichTopology(TOPICS, Duration.ofDays(30), COPIES, pipeline, steps, archive).get();
    }

    static Pipeline pipeline() {
        return PIPELINE;
    }

    /**
     * Sends one line of {@code in.jsonl}: {@code at} (record timestamp), {@code value} (an object), {@code text} or {@code base64} (its
     * bytes), optionally {@code key} and {@code source} (the header).
     */
    void send(JsonNode line) {
        byte[] value = line.has("value")
                ? Json.bytes(line.get("value"))
                : line.has("text")
                        ? line.get("text").asText().getBytes(StandardCharsets.UTF_8)
                        : line.has("base64")
                                ? Base64.getDecoder().decode(line.get("base64").asText())
                                : null;
        String key = line.has("key")
                ? line.get("key").asText()
                : line.at("/value/article_id").asText(null);
        Instant at = Instant.parse(line.get("at").asText());
        RecordHeaders headers = new RecordHeaders();
        if (line.has("source")) {
            CloudEvents.write(headers, "1", line.get("source").asText(), "raw-article", at);
        }
        if (line.has("redrives")) {
            Redrives.mark(headers, line.get("redrives").asInt());
        }
        byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        archive.add(keyBytes, value, headers, at);
        raw.pipeInput(new TestRecord<>(keyBytes, value, headers, at));
    }

    /** What was sent: the driver has no topic to read again. */
    private static final class SentRecords implements RawArchive {
        private final List<RawRecord> records = new ArrayList<>();

        void add(byte[] key, byte[] value, RecordHeaders headers, Instant at) {
            records.add(new RawRecord(
                    TOPICS.raw().name(),
                    0,
                    records.size(),
                    key,
                    value,
                    CloudEvents.source(headers),
                    at.toEpochMilli()));
        }

        @Override
        public Optional<RawRecord> read(int partition, long offset) {
            return Optional.of(records.get((int) offset));
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    /** What a topic got since the last look, as {@code {"key", "value"}}, without what differs from run to run. */
    List<ObjectNode> read(Topic<?> topic) {
        TestOutputTopic<String, byte[]> output =
                driver.createOutputTopic(topic.name(), new StringDeserializer(), new ByteArrayDeserializer());
        List<ObjectNode> records = new ArrayList<>();
        while (!output.isEmpty()) {
            TestRecord<String, byte[]> record = output.readRecord();
            ObjectNode line = Json.MAPPER.createObjectNode();
            line.put("key", record.key());
            line.set("value", stable(record.value()));
            records.add(line);
        }
        return records;
    }

    /** What the topology counted of itself. */
    StepMeter steps() {
        return steps;
    }

    /** Lets the ledger publish its lines. */
    void aSecondPasses() {
        driver.advanceWallClockTime(Duration.ofSeconds(1));
    }

    private static JsonNode stable(byte[] value) {
        if (value == null) {
            return null;
        }
        try {
            JsonNode node = Json.MAPPER.readTree(value);
            if (node.get("lineage") instanceof ObjectNode lineage) {
                lineage.remove(List.of("durations_us", "models", "pipeline_version"));
            }
            if (node instanceof ObjectNode object) {
                object.remove("pipeline_version");
            }
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.close();
    }
}
