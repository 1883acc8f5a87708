package dev.dateline.standalone.articles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.common.config.Settings;
import dev.dateline.common.http.HttpSettings;
import dev.dateline.common.model.DuplicateBuilder;
import dev.dateline.common.model.DuplicateKind;
import dev.dateline.common.model.DuplicateReason;
import dev.dateline.common.model.EventStatus;
import dev.dateline.common.model.Lineage;
import dev.dateline.common.model.NewsEvent;
import dev.dateline.common.model.NewsEventBuilder;
import dev.dateline.common.model.RawArticleBuilder;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.common.runtime.ServiceContext;
import dev.dateline.common.runtime.ServiceHost;
import dev.dateline.common.topics.Topic;
import dev.dateline.common.topics.TopicPlan;
import dev.dateline.common.topics.Topics;
import dev.dateline.common.wire.Json;
import dev.dateline.dashboard.DashboardService;
import dev.dateline.embedded.BrokerSettings;
import dev.dateline.embedded.EmbeddedKafka;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Events, revisions and copies from the topics to the dashboard's answers. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ArticlesIT {
    private static final String ORIGINAL = "0".repeat(25) + "1";
    private static final String COPY = "0".repeat(25) + "2";
    private static final Instant RECEIVED = Instant.parse("2026-11-22T09:00:00Z");

    @TempDir
    private static Path folder;

    private static EmbeddedKafka broker;
    private static ServiceHost host;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        broker = EmbeddedKafka.start(new BrokerSettings(folder.resolve("kafka"), 0));
        Settings settings =
                Settings.load(Map.of(), Map.of("dateline.kafka.bootstrap-servers", broker.bootstrapServers()));
        KafkaSettings kafka = KafkaSettings.from(settings);
        try (Admin admin = kafka.admin("test")) {
            TopicPlan.of(admin, kafka.topics()).apply(admin, kafka.replicationFactor());
        }
        write(kafka);
        ServiceContext context = ServiceContext.of(settings).withoutTls();
        host = new ServiceHost(
                context, new HttpSettings(BrokerSettings.HOST, 0), List.of(DashboardService.of(context)));
        host.start();
    }

    private static void write(KafkaSettings kafka) throws Exception {
        Topics topics = kafka.topics();
        try (var producer =
                new KafkaProducer<>(kafka.client("writer"), new StringSerializer(), new ByteArraySerializer())) {
            RecordMetadata raw = send(
                    producer,
                    topics.raw(),
                    ORIGINAL,
                    RawArticleBuilder.builder()
                            .articleId(ORIGINAL)
                            .sourceId("gazette")
                            .receivedAt(RECEIVED)
                            .title("Ferry sails")
                            .bodyHtml("<p>It sailed.</p>")
                            .build());
            Lineage lineage = new Lineage(raw.topic(), raw.partition(), raw.offset(), "0.1.0", Map.of(), Map.of());
            send(producer, topics.events(), ORIGINAL, event(1, "It sailed.", lineage));
            send(producer, topics.events(), ORIGINAL, event(2, "It <b>sailed</b> late.", lineage));
            RecordMetadata rawCopy = send(
                    producer,
                    topics.raw(),
                    COPY,
                    RawArticleBuilder.builder()
                            .articleId(COPY)
                            .sourceId("herald")
                            .receivedAt(RECEIVED)
                            .title("Ferry has sailed")
                            .bodyHtml("<script>x()</script><p>It &lt;i&gt;sailed.</p><ul><li><p>Late.</p></li></ul>")
                            .build());
            send(
                    producer,
                    topics.duplicates(),
                    COPY,
                    DuplicateBuilder.builder()
                            .articleId(COPY)
                            .revision(1)
                            .originalId(ORIGINAL)
                            .kind(DuplicateKind.NEAR)
                            .similarity(0.9)
                            .reason(DuplicateReason.NEW)
                            .version(1)
                            .sourceId("herald")
                            .rawPartition(rawCopy.partition())
                            .rawOffset(rawCopy.offset())
                            .build());
        }
    }

    private static NewsEvent event(int revision, String text, Lineage lineage) {
        return NewsEventBuilder.builder()
                .eventId("event-" + revision)
                .articleId(ORIGINAL)
                .revision(revision)
                .schemaVersion(NewsEvent.SCHEMA_VERSION)
                .status(revision == 1 ? EventStatus.ACTIVE : EventStatus.REVISED)
                .receivedAt(RECEIVED)
                .sourceId("gazette")
                .title("Ferry sails")
                .bodyText(text)
                .lineage(lineage)
                .build();
    }

    private static RecordMetadata send(KafkaProducer<String, byte[]> producer, Topic<?> topic, String key, Object value)
            throws Exception {
        return producer.send(new ProducerRecord<>(topic.name(), null, RECEIVED.toEpochMilli(), key, Json.bytes(value)))
                .get();
    }

    @AfterAll
    static void stop() {
        host.close();
        broker.close();
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI address = URI.create("http://" + BrokerSettings.HOST + ":" + host.port() + path);
        return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.MAPPER.readTree(answer.body());
    }

    @Test
    void anArticleIsListedOnceAndReadWholeFromItsTopics() throws Exception {
        JsonNode list = json("/v1/events?source=gazette&q=ferry");
        while (!list.path("complete").asBoolean()) {
            Thread.onSpinWait();
            list = json("/v1/events?source=gazette&q=ferry");
        }
        assertThat(list.path("events")).hasSize(1);
        assertThat(list.at("/events/0/revision").asInt()).isEqualTo(2);
        assertThat(list.path("held").asInt()).isEqualTo(2);

        JsonNode whole = json("/v1/events/" + ORIGINAL);
        assertThat(whole.at("/event/body_text").asText()).isEqualTo("It <b>sailed</b> late.");
        assertThat(whole.path("revisions")).hasSize(2);
        assertThat(whole.at("/copies/0/article_id").asText()).isEqualTo(COPY);
        assertThat(whole.at("/lineage/raw_topic").asText()).isEqualTo("news.raw.v1");

        assertThat(json("/v1/events/" + ORIGINAL + "/text?revision=1")
                        .path("body_text")
                        .asText())
                .isEqualTo("It sailed.");
        assertThat(json("/v1/events/" + ORIGINAL + "/raw").path("body_html").asText())
                .isEqualTo("<p>It sailed.</p>");
        JsonNode copy = json("/v1/events/" + COPY + "/text");
        assertThat(whole.at("/copies/0/has_text").asBoolean()).isTrue();
        assertThat(copy.path("body_text").asText()).isEqualTo("It <i>sailed.\n\nLate.");
        assertThat(copy.path("as_delivered").asBoolean()).isTrue();
        assertThat(get("/v1/events/" + COPY + "/text?revision=2").statusCode()).isEqualTo(404);
        assertThat(json("/v1/event-times?span=24h&source=gazette").path("counts"))
                .hasSize(96);
        assertThat(json("/v1/map").path("without_place").asDouble()).isEqualTo(1);
        assertThat(get("/v1/trends?kind=entities&window=24h").statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsNotThereOrNotValidIsSaid() throws Exception {
        assertThat(get("/v1/events/" + COPY).statusCode()).isEqualTo(404);
        assertThat(get("/v1/events?before=x").statusCode()).isEqualTo(400);
        assertThat(get("/v1/events?limit=501").statusCode()).isEqualTo(400);
        assertThat(get("/v1/trends?kind=words").statusCode()).isEqualTo(400);
        assertThat(get("/v1/event-times?span=1y").statusCode()).isEqualTo(400);
        assertThat(get("/v1/map?box=1,2,3").statusCode()).isEqualTo(400);
        assertThat(get("/v1/map?from=yesterday").statusCode()).isEqualTo(400);
    }
}
