package dev.dateline.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.common.config.Settings;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.common.topics.TopicPlan;
import dev.dateline.common.wire.Json;
import dev.dateline.embedded.BrokerSettings;
import dev.dateline.embedded.EmbeddedKafka;
import dev.dateline.standalone.LocalIngest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys from the command line to ingest's answers, over the topic. */
class KeysIT {
    private static final Duration FOLLOWED_WITHIN = Duration.ofSeconds(30);
    private static final String ARTICLE =
            "{\"source_id\":\"city-desk\",\"title\":\"Ferry sails again\",\"body_text\":\"It sailed.\"}";

    @TempDir
    private static Path folder;

    private static EmbeddedKafka broker;
    private static LocalIngest ingest;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws InterruptedException {
        broker = EmbeddedKafka.start(new BrokerSettings(folder.resolve("kafka"), 0));
        Settings settings = Settings.load(
                Map.of(),
                Map.of(
                        "dateline.kafka.bootstrap-servers",
                        broker.bootstrapServers(),
                        "dateline.ingest.access.mode",
                        "keys"));
        KafkaSettings kafka = KafkaSettings.from(settings);
        try (Admin admin = kafka.admin("test")) {
            TopicPlan.of(admin, kafka.topics()).apply(admin, kafka.replicationFactor());
        }
        ingest = LocalIngest.start(settings);
        assertThat(ingest.awaitReady(Duration.ofMinutes(1))).isEmpty();
    }

    @AfterAll
    static void stop() {
        ingest.close();
        broker.close();
    }

    @Test
    void withoutAKeyNobodySends() throws Exception {
        HttpResponse<String> answer = post("/v1/articles", null, ARTICLE);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"dateline\"");
        assertThat(problem(answer)).isEqualTo("/problems/unauthorized");
        assertThat(post("/v1/articles:batch", null, ARTICLE).statusCode()).isEqualTo(401);
        for (String path :
                List.of("/v1/articles/", "/v1/%61rticles", "/v1/articles;a=b", "/V1/articles", "//v1/articles")) {
            assertThat(post(path, null, ARTICLE).statusCode()).as(path).isBetween(400, 404);
        }
        HttpResponse<String> wrong = post("/v1/articles", "dl_000000000000_" + "0".repeat(48), ARTICLE);
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.headers().firstValue("WWW-Authenticate").orElseThrow()).contains("invalid_token");
    }

    @Test
    void aKeyIsGoodUntilItIsRevoked() throws Exception {
        String key = create("--label", "revoked soon");
        assertThat(await(key, ARTICLE, 202).statusCode()).isEqualTo(202);
        Ran list = keys("list");
        assertThat(list.out()).contains("revoked soon").doesNotContain(key.substring(key.lastIndexOf('_')));

        Ran revoke = keys("revoke", key);

        assertThat(revoke.exit()).isZero();
        assertThat(revoke.out()).startsWith("revoked ").doesNotContain(key);
        assertThat(await(key, ARTICLE, 401).body()).contains("revoked");
    }

    @Test
    void aBoundKeySendsForItsSource() throws Exception {
        String key = create("--label", "harbour", "--source", "harbour-post");
        String unnamed = "{\"title\":\"Ferry sails again\",\"body_text\":\"It sailed.\"}";
        assertThat(await(key, unnamed, 202).statusCode()).isEqualTo(202);

        assertThat(problem(post("/v1/articles", key, ARTICLE))).isEqualTo("/problems/forbidden");
        assertThat(post("/v1/articles?source=city-desk", key, unnamed).statusCode())
                .isEqualTo(403);
        JsonNode batch = Json.MAPPER.readTree(
                post("/v1/articles:batch", key, ARTICLE + "\n" + unnamed + "\n").body());
        assertThat(batch.at("/items/0/problem/status").asInt()).isEqualTo(403);
        assertThat(batch.at("/items/1/status").asText()).isEqualTo("accepted");
    }

    @Test
    void limitsAreToldAndHeld() throws Exception {
        String key = create("--label", "limited", "--quota", "3", "--rate", "50");
        HttpResponse<String> first = await(key, ARTICLE, 202);
        assertThat(first.headers().firstValue("RateLimit-Policy")).contains("\"rate\";q=50;w=1, \"quota\";q=3;w=86400");
        assertThat(first.headers().firstValue("RateLimit").orElseThrow()).contains("\"quota\";r=3;t=");

        JsonNode batch = Json.MAPPER.readTree(
                post("/v1/articles:batch", key, (ARTICLE + "\n").repeat(3)).body());

        assertThat(batch.get("accepted").asInt()).isEqualTo(2);
        assertThat(batch.at("/items/2/problem/type").asText()).isEqualTo("/problems/quota-used-up");
        HttpResponse<String> after = post("/v1/articles", key, ARTICLE);
        assertThat(after.statusCode()).isEqualTo(429);
        assertThat(after.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isPositive();
    }

    @Test
    void mistakesAreExplained() {
        assertThat(keys("create", "--label", "x", "--source", "City Desk").err())
                .contains("--source must be");
        assertThat(keys("create").err()).contains("--label");
        Ran unknown = keys("revoke", "000000000000");
        assertThat(unknown.exit()).isEqualTo(1);
        assertThat(unknown.err()).contains("dateline keys list");
    }

    private static String create(String... options) throws IOException {
        String[] all = new String[options.length + 2];
        all[0] = "create";
        all[1] = "--json";
        System.arraycopy(options, 0, all, 2, options.length);
        Ran created = keys(all);
        assertThat(created.exit()).as(created.err()).isZero();
        return Json.MAPPER.readTree(created.out()).get("key").asText();
    }

    private static Ran keys(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "keys";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--bootstrap-servers";
        all[arguments.length + 2] = broker.bootstrapServers();
        return Ran.of(all);
    }

    /** Instances follow the topic; a new key is known in a moment. */
    private HttpResponse<String> await(String key, String article, int status) throws Exception {
        long deadline = System.nanoTime() + FOLLOWED_WITHIN.toNanos();
        HttpResponse<String> answer = post("/v1/articles", key, article);
        while (answer.statusCode() != status && System.nanoTime() < deadline) {
            Thread.sleep(50);
            answer = post("/v1/articles", key, article);
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer;
    }

    private HttpResponse<String> post(String path, String key, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(ingest.url() + path))
                .header("Content-Type", path.endsWith("batch") ? "application/x-ndjson" : "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String problem(HttpResponse<String> answer) throws IOException {
        return Json.MAPPER.readTree(answer.body()).path("type").asText();
    }
}
