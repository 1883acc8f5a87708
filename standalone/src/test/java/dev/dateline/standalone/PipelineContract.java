package dev.dateline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.common.config.Settings;
import dev.dateline.common.topics.Topic;
import dev.dateline.common.topics.Topics;
import dev.dateline.common.wire.Json;
import dev.dateline.testkit.Broker;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the three services do together, over whatever Kafka they are given: from HTTP in to records out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PipelineContract {
    private static final Duration WITHIN = Duration.ofSeconds(60);
    private static final String PASTED =
            """
            Council closes ferry terminal after ninety years

            A bridge is to open in spring

            Ada Birch
            Friday 06 March 2026 11:30 GMT

            The harbour council of Bergen voted on Thursday to close the old ferry terminal, ending a service that carried commuters across the bay for ninety years.

            Norway's transport ministry paid for most of the bridge that will replace it, officials said.

            Additional reporting by agencies

            Join our commenting forum
            """;

    private final HttpClient http = HttpClient.newHttpClient();
    private Broker broker;
    private Standalone node;
    private Topics topics;

    abstract Broker startBroker();

    @BeforeAll
    void start(@TempDir Path directory) throws InterruptedException {
        broker = startBroker();
        node = Standalone.start(
                new Standalone.Options(directory, 0, 0, broker.bootstrapServers()),
                overrides -> Settings.load(Map.of(), overrides),
                line -> {});
        topics = node.context().topics();
        assertThat(node.awaitReady(WITHIN)).as(() -> node.notReady().toString()).isTrue();
    }

    @AfterAll
    void stop() {
        if (node != null) {
            node.close();
        }
        if (broker != null) {
            broker.close();
        }
    }

    @Test
    void aPastedArticleBecomesOneEventThenAResendThenARevisionAndItsCopyADuplicate() throws Exception {
        String id = push("desk-a", "ferry", PASTED).get("article_id").asText();
        JsonNode event = only(topics.events(), record -> id.equals(record.key()));
        assertThat(event.get("title").asText()).isEqualTo("Council closes ferry terminal after ninety years");
        assertThat(event.get("subtitle").asText()).isEqualTo("A bridge is to open in spring");
        assertThat(event.get("authors").get(0).asText()).isEqualTo("Ada Birch");
        assertThat(event.get("published_at").asText()).isEqualTo("2026-03-06T11:30:00.000Z");
        assertThat(event.get("agency").asText()).isEqualTo("agencies");
        assertThat(event.get("body_text").asText())
                .startsWith("The harbour council")
                .endsWith("officials said.");
        assertThat(event.get("language").asText()).isEqualTo("en");
        assertThat(event.get("primary_country").asText()).isEqualTo("NO");

        push("desk-a", "ferry", PASTED);
        awaitLedger("desk-a", 2, 1, 0, 1, 0);

        String revised = PASTED.replace("Norway's transport", "After a long debate, Norway's transport");
        push("desk-a", "ferry", revised);
        awaitLedger("desk-a", 3, 2, 0, 1, 0);
        List<JsonNode> events = json(topics.events(), record -> id.equals(record.key()));
        assertThat(events).extracting(each -> each.get("revision").asInt()).containsExactly(1, 2);
        assertThat(events.get(1).get("status").asText()).isEqualTo("revised");

        assertCopy("exact", id, push("desk-b", "another-id", revised.replace("after ninety", "after 90")));
        awaitLedger("desk-b", 1, 0, 1, 0, 0);
        assertCopy("near", id, push("desk-c", "another-id", PASTED.replace("after ninety", "after 90")));
        awaitLedger("desk-c", 1, 0, 1, 0, 0);
    }

    private void assertCopy(String kind, String original, JsonNode accepted) throws Exception {
        String copy = accepted.get("article_id").asText();
        JsonNode assignment = only(topics.duplicates(), record -> copy.equals(record.key()));
        assertThat(assignment.get("original_id").asText()).isEqualTo(original);
        assertThat(assignment.get("kind").asText()).isEqualTo(kind);
        assertThat(assignment.get("reason").asText()).isEqualTo("NEW");
    }

    @Test
    void whatAnotherProducerBreaksIsADeadLetterWithItsBytesAndItsOrigin() throws Exception {
        byte[] truncated = "{\"article_id\": \"x\", \"source_id\"".getBytes(StandardCharsets.UTF_8);
        Map<String, Object> properties = node.context().kafka().client("careless-producer");
        long offset;
        int partition;
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
            var written = producer.send(new ProducerRecord<>(topics.raw().name(), "broken", truncated))
                    .get();
            offset = written.offset();
            partition = written.partition();
        }

        JsonNode letter = only(topics.deadLetters(), record -> "broken".equals(record.key()));
        assertThat(letter.get("original_value").binaryValue()).isEqualTo(truncated);
        assertThat(letter.get("origin_topic").asText()).isEqualTo(topics.raw().name());
        assertThat(letter.get("origin_partition").asInt()).isEqualTo(partition);
        assertThat(letter.get("origin_offset").asLong()).isEqualTo(offset);
        assertThat(letter.get("step").asText()).isEqualTo("decode-record");
        assertThat(letter.get("reason").asText()).isEqualTo("MALFORMED_RECORD");
    }

    @Test
    void everyPublishedRecordCarriesCloudEventsAndTheCallersTrace() throws Exception {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        HttpRequest request = HttpRequest.newBuilder(URI.create(node.url() + "/v1/articles?source=desk-c&id=traced"))
                .header("content-type", "text/plain")
                .header("traceparent", trace)
                .POST(
                        HttpRequest.BodyPublishers.ofString(
                                "Traced headline\n\nA first paragraph that is long enough to be one, with a full stop at its end.\n"))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        String id = Json.MAPPER.readTree(response.body()).get("article_id").asText();

        only(topics.events(), record -> id.equals(record.key()));
        for (Topic<?> topic : List.of(topics.raw(), topics.events())) {
            ConsumerRecord<String, byte[]> record =
                    records(topic, each -> id.equals(each.key())).get(0);
            assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
            assertThat(header(record, "ce_source")).isEqualTo("/sources/desk-c");
            assertThat(header(record, "ce_type")).isEqualTo("dev.dateline." + topic.schema() + ".v1");
            assertThat(header(record, "traceparent")).isEqualTo(trace);
            HttpResponse<String> schema = http.send(
                    HttpRequest.newBuilder(URI.create(node.url() + header(record, "ce_dataschema")))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(schema.statusCode()).isEqualTo(200);
        }
    }

    private JsonNode push(String source, String id, String text) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(node.url() + "/v1/articles?source=" + source + "&id=" + id))
                .header("content-type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString(text))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        return Json.MAPPER.readTree(response.body());
    }

    private void awaitLedger(String source, int raw, int events, int duplicates, int resends, int deadLetters) {
        String expected = "raw %d = events %d + duplicates %d + resends %d + dead letters %d + in flight 0"
                .formatted(raw, events, duplicates, resends, deadLetters);
        String[] last = new String[1];
        await(() -> {
            last[0] = books(source);
            return expected.equals(last[0]);
        });
        assertThat(last[0]).isEqualTo(expected);
    }

    private String books(String source) {
        JsonNode[] latest = new JsonNode[1];
        records(topics.ledger(), record -> record.key().startsWith(source + "|"))
                .forEach(record -> latest[0] = TopicReader.json(record));
        return latest[0] == null
                ? "nothing"
                : "raw %d = events %d + duplicates %d + resends %d + dead letters %d + in flight %d"
                        .formatted(
                                latest[0].get("raw").asInt(),
                                latest[0].get("events").asInt(),
                                latest[0].get("duplicates").asInt(),
                                latest[0].get("resends").asInt(),
                                latest[0].get("dead_letters").asInt(),
                                latest[0].get("in_flight").asInt());
    }

    private JsonNode only(Topic<?> topic, Predicate<ConsumerRecord<String, byte[]>> wanted) {
        await(() -> !records(topic, wanted).isEmpty());
        List<JsonNode> found = json(topic, wanted);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private List<JsonNode> json(Topic<?> topic, Predicate<ConsumerRecord<String, byte[]>> wanted) {
        return records(topic, wanted).stream().map(TopicReader::json).toList();
    }

    private List<ConsumerRecord<String, byte[]>> records(
            Topic<?> topic, Predicate<ConsumerRecord<String, byte[]>> wanted) {
        return TopicReader.read(broker.bootstrapServers(), topic).stream()
                .filter(wanted)
                .toList();
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static void await(Supplier<Boolean> condition) {
        long deadline = System.nanoTime() + WITHIN.toNanos();
        while (!condition.get() && System.nanoTime() < deadline) {
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
