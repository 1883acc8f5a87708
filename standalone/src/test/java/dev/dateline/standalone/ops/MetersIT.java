package dev.dateline.standalone.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.common.config.Settings;
import dev.dateline.common.wire.Json;
import dev.dateline.standalone.Standalone;
import dev.dateline.testkit.Broker;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The services, after an article and a dead letter, have every meter that the rules and Grafana's dashboards ask for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetersIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String ARTICLE =
            "Ferry leaves on time\n\nThe ferry left the harbour on time on Thursday, the port said in a statement.\n";

    private final HttpClient http = HttpClient.newHttpClient();
    private Broker broker;
    private Standalone node;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        broker = Broker.embedded();
        node = Standalone.start(
                new Standalone.Options(folder, 0, 0, broker.bootstrapServers()),
                overrides -> Settings.load(Map.of(), overrides),
                line -> {});
        assertThat(node.awaitReady(PATIENCE))
                .as(() -> node.notReady().toString())
                .isTrue();
        HttpRequest article = HttpRequest.newBuilder(URI.create(node.url() + "/v1/articles?source=desk&id=1"))
                .header("content-type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString(ARTICLE))
                .build();
        assertThat(http.send(article, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(202);
        try (var producer = new KafkaProducer<>(
                node.context().kafka().client("meters-it"), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            node.context().topics().raw().name(), "stray", "not JSON".getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
        await(
                this::metrics,
                text -> text.contains("dateline_ledger_settled{outcome=\"event\"} 1.0")
                        && text.contains("dateline_ledger_settled{outcome=\"dead_letter\"} 1.0"),
                "the article and the dead letter in the books");
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

    private String metrics() throws IOException, InterruptedException {
        return get("/metrics");
    }

    private String get(String path) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(URI.create(node.url() + path)).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    void everyRuleOfTheDashboardIsMeasured() throws Exception {
        JsonNode page = await(
                () -> Json.MAPPER.readTree(get("/v1/alerts")),
                seen -> seen.findValuesAsText("measured").stream().allMatch("true"::equals)
                        && seen.get("rules").size() == 6,
                "six rules measured");

        assertThat(page.get("alerts").findValuesAsText("state")).doesNotContain("firing");
    }

    @Test
    void everyMeterThatIsAskedForIsThere() throws Exception {
        String text = metrics();

        assertThat(OpsFiles.meters()).isNotEmpty().allSatisfy(meter -> assertThat(
                        text.lines().anyMatch(line -> line.startsWith(meter + "{") || line.startsWith(meter + " ")))
                .as("%s is on /metrics", meter)
                .isTrue());
    }

    @Test
    void prometheusFindsASeriesForEveryPanelAndEvaluatesEveryRule(@TempDir Path folder) throws Exception {
        Path program = Tool.orSkip("prometheus", MetersIT.class);
        String target = URI.create(node.url()).getAuthority();
        try (PrometheusProcess process = PrometheusProcess.start(program, folder, target)) {
            PrometheusClient prometheus = new PrometheusClient(http, process.port());
            await(
                    () -> process.isAlive() && prometheus.answers() ? prometheus.query("up == 1") : null,
                    up -> up != null && up.size() == 3,
                    "three jobs scraped");
            for (String expression : OpsFiles.panelExpressions()) {
                await(() -> prometheus.query(expression), series -> !series.isEmpty(), expression);
            }
            List<JsonNode> rules = await(
                    prometheus::rules,
                    all -> !all.isEmpty()
                            && all.stream()
                                    .noneMatch(
                                            rule -> rule.get("health").asText().equals("unknown")),
                    "evaluated rules");
            assertThat(rules).allSatisfy(rule -> assertThat(rule.get("health").asText())
                    .as(rule.toString())
                    .isEqualTo("ok"));
        }
    }

    private static <T> T await(Callable<T> look, Predicate<T> enough, String what) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        T seen = look.call();
        while (!enough.test(seen)) {
            assertThat(System.nanoTime())
                    .as("waiting for %s, saw %s", what, seen)
                    .isLessThan(deadline);
            Thread.sleep(200);
            seen = look.call();
        }
        return seen;
    }
}
