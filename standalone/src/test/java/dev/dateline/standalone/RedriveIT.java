package dev.dateline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.common.access.ApiKey;
import dev.dateline.common.config.Settings;
import dev.dateline.common.model.AccessKeyBuilder;
import dev.dateline.common.model.AccessScope;
import dev.dateline.common.model.DeadLetterBuilder;
import dev.dateline.common.model.RawArticleBuilder;
import dev.dateline.common.topics.Topics;
import dev.dateline.common.wire.Json;
import dev.dateline.common.wire.Redrives;
import dev.dateline.standalone.keys.KeyBook;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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

/** Dead letters over HTTP, from what a careless producer writes to what is written back, and the books all along. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedriveIT {
    private static final Duration WITHIN = Duration.ofSeconds(90);
    private static final int BROKEN = 12;
    private static final String MALFORMED = "\"reason\": \"MALFORMED_RECORD\"";

    private final HttpClient http = HttpClient.newHttpClient();
    private Standalone node;
    private Topics topics;
    private String admin;
    private String producer;

    @BeforeAll
    void start(@TempDir Path directory) throws InterruptedException {
        node = Standalone.start(
                new Standalone.Options(directory, 0, 0, null),
                overrides -> Settings.load(Map.of(), overrides),
                line -> {});
        topics = node.context().topics();
        admin = key(AccessScope.ADMIN);
        producer = key(AccessScope.PRODUCE);
        assertThat(node.awaitReady(WITHIN)).as(() -> node.notReady().toString()).isTrue();
    }

    @AfterAll
    void stop() {
        if (node != null) {
            node.close();
        }
    }

    @Test
    void deadLettersAreListedRedrivenAtMostThreeTimesAndTheBooksBalance() throws Exception {
        for (int i = 0; i < BROKEN; i++) {
            write(
                    topics.raw().name(),
                    "broken-" + i,
                    ("{\"n\": " + i + ", \"article_id\"").getBytes(StandardCharsets.UTF_8));
        }
        awaitCount("MALFORMED_RECORD", BROKEN);
        JsonNode group = group("MALFORMED_RECORD");
        assertThat(group.get("step").asText()).isEqualTo("decode-record");
        JsonNode listed =
                get("/v1/dead-letters/list?limit=5&group=" + group.get("id").asText());
        assertThat(listed.get("letters")).hasSize(5);
        JsonNode older = get(
                "/v1/dead-letters/list?limit=500&before=" + listed.get("before").asText());
        assertThat(older.get("letters")).hasSize(BROKEN - 5);
        JsonNode letter = listed.get("letters").get(0).get("letter");
        int partition = letter.get("partition").asInt();
        long offset = letter.get("offset").asLong();
        JsonNode detail = get("/v1/dead-letters/" + partition + "/" + offset);
        assertThat(detail.get("text").asText()).startsWith("{\"n\": ").endsWith("\"article_id\"");
        assertThat(detail.get("hex").asText()).startsWith("7b226e22");

        String one = "{\"selection\": {\"letters\": [\"" + partition + "@" + offset + "\"]}}";
        assertThat(send("POST", "/v1/dead-letters:redrive", null, one).statusCode())
                .isEqualTo(401);
        assertThat(send("POST", "/v1/dead-letters:redrive", producer, one).statusCode())
                .isEqualTo(403);
        assertThat(send("POST", "/v1/dead-letters:redrive", admin, "{\"selection\": {}}")
                        .statusCode())
                .isEqualTo(400);

        JsonNode dry = redrive("{" + MALFORMED + "}", true, 10);
        assertThat(dry.get("redriven").asInt()).isEqualTo(BROKEN);
        assertThat(broken()).hasSize(BROKEN);

        JsonNode first = await(one);
        assertThat(first.get("detail").asText())
                .isEqualTo("scanned 1 of 1, redriven 1, stopped because all were looked at");
        List<ConsumerRecord<byte[], byte[]>> raw = broken();
        assertThat(raw).hasSize(BROKEN + 1);
        String writtenTo = first.get("report").get(0).get("written_to").asText();
        ConsumerRecord<byte[], byte[]> again = raw.stream()
                .filter(record -> writtenTo.equals(record.topic() + "-" + record.partition() + "@" + record.offset()))
                .findFirst()
                .orElseThrow();
        ConsumerRecord<byte[], byte[]> origin = raw.stream()
                .filter(record -> record.offset() != again.offset()
                        && new String(record.key(), StandardCharsets.UTF_8)
                                .equals(new String(again.key(), StandardCharsets.UTF_8)))
                .findFirst()
                .orElseThrow();
        assertThat(again.value()).isEqualTo(origin.value());
        assertThat(again.partition()).isEqualTo(origin.partition());
        assertThat(again.headers().lastHeader("desk").value()).isEqualTo("night".getBytes(StandardCharsets.UTF_8));
        assertThat(Redrives.count(again.headers())).isEqualTo(1);

        awaitCount("MALFORMED_RECORD", BROKEN + 1);
        JsonNode slow = json(send("POST", "/v1/dead-letters:redrive", admin, body("{" + MALFORMED + "}", false, 1)));
        String job = "/v1/jobs/" + slow.get("id").asText();
        assertThat(send("POST", "/v1/dead-letters:redrive", admin, one).statusCode())
                .isEqualTo(429);
        assertThat(send("DELETE", job, null, "").statusCode()).isEqualTo(401);
        assertThat(send("DELETE", job, admin, "").statusCode()).isEqualTo(200);
        JsonNode stopped = ended(job);
        assertThat(stopped.get("state").asText()).isEqualTo("stopped");
        assertThat(stopped.get("scanned").asInt()).isLessThan(BROKEN);

        // Until nothing is left that may be tried again: three redrives of each, four letters.
        until("every record was redriven three times", () -> {
            JsonNode round = redrive("{" + MALFORMED + "}", false, 1000);
            return round.get("skipped").path("attempts-used-up").asInt() == BROKEN;
        });
        assertThat(broken()).hasSize(4 * BROKEN);
        awaitCount("MALFORMED_RECORD", 4 * BROKEN);
        until("the books balance", () -> {
            JsonNode totals = get("/v1/ledger?q=unknown").get("rows").path(0);
            return totals.path("raw").asInt() == 4 * BROKEN
                    && totals.path("dead_letters").asInt() == 4 * BROKEN
                    && totals.path("balanced").asBoolean();
        });
        List<String> positions = broken().stream()
                .map(record -> record.topic() + "-" + record.partition() + "@" + record.offset())
                .toList();
        List<JsonNode> audit = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records(topics.audit().name())) {
            audit.add(Json.MAPPER.readTree(record.value()));
        }
        assertThat(audit)
                .filteredOn(entry -> positions.contains(entry.get("outcome").asText()))
                .hasSize(3 * BROKEN)
                .allSatisfy(entry -> assertThat(entry.get("actor").asText()).isEqualTo(idOf(admin)));
        assertThat(audit).anySatisfy(entry -> assertThat(entry.get("target").asText())
                .isEqualTo(topics.deadLetters().name() + "-" + partition + "@" + offset));
        assertThat(audit)
                .anySatisfy(entry -> assertThat(entry.get("action").asText()).isEqualTo("redrive-stop"));
    }

    @Test
    void aRecordWhoseCauseIsMendedBecomesAnEvent() throws Exception {
        byte[] article = Json.bytes(RawArticleBuilder.builder()
                .articleId("mended-article-000000000000")
                .sourceId("mended")
                .receivedAt(Instant.now())
                .publishedAt(Instant.now().minusSeconds(60))
                .title("Harbour bridge opens")
                .bodyText("The bridge over the harbour of Bergen was opened on Thursday, a year later than planned.")
                .build());
        byte[] letter = Json.bytes(DeadLetterBuilder.builder()
                .originTopic(topics.raw().name())
                .originPartition(0)
                .originOffset(1_000_000)
                .originalKey("mended-article-000000000000")
                .originalValue(article)
                .sourceId("mended")
                .step("tag-article")
                .reason("STEP_CRASHED")
                .message("a defect that was mended")
                .attempts(1)
                .receivedAt(Instant.now())
                .pipelineVersion("test")
                .build());
        write(topics.deadLetters().name(), "mended-article-000000000000", letter);
        awaitCount("STEP_CRASHED", 1);

        assertThat(redrive("{\"source_id\": \"mended\"}", false, 10)
                        .get("redriven")
                        .asInt())
                .isEqualTo(1);

        until("the event is in the books", () -> {
            JsonNode row = get("/v1/ledger?q=mended").get("rows").path(0);
            return row.path("events").asInt() == 1 && row.path("raw").asInt() == 1;
        });
        until("the source is among those shown", () -> {
            for (JsonNode row : get("/v1/source-status").get("sources")) {
                if (row.get("source_id").asText().equals("mended")) {
                    return row.get("raw").asInt() == 1;
                }
            }
            return false;
        });
        assertThat(redrive("{\"source_id\": \"mended\"}", false, 10)
                        .at("/skipped/already-redriven")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aSourceIsPausedThroughItsTopic() throws Exception {
        String source = "{\"url\": \"https://post.invalid/feed\"}";
        assertThat(send("PUT", "/v1/sources/harbour-post", null, source).statusCode())
                .isEqualTo(201);
        String pause = "/v1/source-status/harbour-post:pause";
        assertThat(send("POST", pause, null, "").statusCode()).isEqualTo(401);

        until(
                "the dashboard knows the source",
                () -> send("POST", pause, admin, "").statusCode() == 202);

        until(
                "ingest knows it is paused",
                () -> get("/v1/sources/harbour-post").get("paused").asBoolean());
        assertThat(send("POST", "/v1/source-status/harbour-post:poll-now", admin, "")
                        .statusCode())
                .isEqualTo(422);
        until("the audit shows it", () -> get("/v1/audit").toString().contains("source-pause"));
    }

    private JsonNode await(String body) throws Exception {
        JsonNode started = json(send("POST", "/v1/dead-letters:redrive", admin, body));
        return ended("/v1/jobs/" + started.get("id").asText());
    }

    private JsonNode redrive(String selection, boolean dryRun, int rate) throws Exception {
        return await(body(selection, dryRun, rate));
    }

    private static String body(String selection, boolean dryRun, int rate) {
        return "{\"selection\": " + selection + ", \"dry_run\": " + dryRun + ", \"rate_per_second\": " + rate + "}";
    }

    private JsonNode ended(String job) throws Exception {
        until("the job ends", () -> get(job).has("ended_at"));
        return get(job);
    }

    private void awaitCount(String reason, int count) throws Exception {
        until(count + " letters of " + reason, () -> group(reason).path("count").asInt() == count);
    }

    private JsonNode group(String reason) throws Exception {
        for (JsonNode group : get("/v1/dead-letters").get("groups")) {
            if (group.get("reason").asText().equals(reason)) {
                return group;
            }
        }
        return Json.MAPPER.createObjectNode();
    }

    private String key(AccessScope scope) {
        ApiKey made = ApiKey.generate(new SecureRandom());
        new KeyBook(node.context().kafka())
                .put(AccessKeyBuilder.builder()
                        .keyId(made.id())
                        .secretSha256(made.secretSha256())
                        .label("test")
                        .scope(scope)
                        .createdAt(Instant.now())
                        .build());
        return made.token();
    }

    private static String idOf(String token) {
        return ApiKey.parse(token).orElseThrow().id();
    }

    private void write(String topic, String key, byte[] value) throws Exception {
        Map<String, Object> properties = node.context().kafka().client("careless-producer");
        try (KafkaProducer<String, byte[]> careless =
                new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
            ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, value);
            record.headers().add("desk", "night".getBytes(StandardCharsets.UTF_8));
            careless.send(record).get();
        }
    }

    /** Other tests write to the raw topic, too. */
    private List<ConsumerRecord<byte[], byte[]>> broken() {
        return records(topics.raw().name()).stream()
                .filter(record -> new String(record.key(), StandardCharsets.UTF_8).startsWith("broken-"))
                .toList();
    }

    private List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        // By its full name: this package's tests have a reader of that name.
        try (dev.dateline.standalone.topic.TopicReader reader =
                dev.dateline.standalone.topic.TopicReader.open(node.context().kafka(), topic)) {
            reader.readToEnd(all::add);
        }
        return all;
    }

    private JsonNode get(String path) throws Exception {
        return json(send("GET", path, null, ""));
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return Json.MAPPER.readTree(answer.body());
    }

    private HttpResponse<String> send(String method, String path, String key, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(node.url() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void until(String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + WITHIN.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("still waiting until %s", what).isLessThan(deadline);
            Thread.sleep(100);
        }
    }
}
