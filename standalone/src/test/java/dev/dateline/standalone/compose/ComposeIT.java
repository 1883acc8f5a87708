package dev.dateline.standalone.compose;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.common.model.Duplicate;
import dev.dateline.common.model.EventStatus;
import dev.dateline.common.model.LedgerLine;
import dev.dateline.common.model.NewsEvent;
import dev.dateline.common.model.Telemetry;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.common.topics.Topics;
import dev.dateline.common.wire.Json;
import dev.dateline.dashboard.alerts.AlertRules;
import dev.dateline.standalone.instances.WorkLeft;
import dev.dateline.standalone.ops.OpsFiles;
import dev.dateline.standalone.ops.PrometheusClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The containers of the compose file do one piece of work, with two enrich instances of which one is stopped in the middle; each test
 * looks at another side of what came of it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComposeIT {
    private static final Path ROOT = Files.exists(Path.of("docker-compose.yml")) ? Path.of("") : Path.of("..");
    private static final Topics TOPICS = Topics.of("", 4);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int BATCH = 13;
    private static final int DEAD_LETTERS = 1;

    private final HttpClient http = HttpClient.newHttpClient();
    private ComposeProject project;
    private String bootstrapServers;
    private TopicReader reader;

    @BeforeAll
    void runThePipeline() throws Exception {
        Optional<ComposeProject> possible = ComposeProject.of(ROOT);
        if (possible.isEmpty()) {
            String why = "ComposeIT skipped: no Docker engine with compose answers here";
            System.out.println(why);
            abort(why);
        }
        project = possible.orElseThrow();
        project.build();
        project.up("--scale", "enrich-service=2");
        bootstrapServers = "localhost:" + project.port("KAFKA_PORT");
        reader = new TopicReader(bootstrapServers);
        List<String> instances = await(
                () -> project.healthy("enrich-service"),
                healthy -> healthy.size() == 2,
                "two healthy enrich instances");
        await(() -> project.healthy("ingest-service"), healthy -> healthy.size() == 1, "a healthy ingest service");
        await(() -> project.healthy("dashboard-service"), healthy -> healthy.size() == 1, "a healthy dashboard");

        List<String> lines = Deliveries.lines();
        CompletableFuture<Void> stopping = null;
        for (int from = 0; from < lines.size(); from += BATCH) {
            push(lines.subList(from, Math.min(from + BATCH, lines.size())));
            if (stopping == null && from > lines.size() / 2) {
                stopping = CompletableFuture.runAsync(() -> project.stop(instances.get(0)));
            }
        }
        stopping.join();
        writeWhatIsNoArticle();
        await(this::books, books -> books.raw() == delivered() && books.inFlight() == 0, "settled books");
        try (WorkLeft work = new WorkLeft(new KafkaSettings(bootstrapServers, "", 4, (short) 1))) {
            work.awaitNone();
        }
    }

    @AfterAll
    void remove() throws Exception {
        if (project != null) {
            try (ComposeProject ended = project) {
                ended.saveLogs(Path.of("target", "compose-it.log").toAbsolutePath());
            }
        }
    }

    @Test
    void theLedgerBalances() {
        LedgerLine books = books();

        assertThat(books.events()).isEqualTo(Deliveries.ORIGINALS);
        assertThat(books.duplicates()).isEqualTo(Deliveries.COPIES);
        assertThat(books.resends()).isEqualTo(Deliveries.RESENDS);
        assertThat(books.deadLetters()).isEqualTo(DEAD_LETTERS);
    }

    @Test
    void bothInstancesDidWork() {
        Set<String> working = reader.all(TOPICS.telemetry()).stream()
                .map(ConsumerRecord::value)
                .filter(telemetry -> telemetry.service().equals("enrich"))
                .filter(telemetry -> telemetry.counters().getOrDefault("steps.extract-article", 0.0) > 0)
                .map(Telemetry::instanceId)
                .collect(toSet());

        assertThat(working).hasSize(2);
    }

    @Test
    void everyOriginalIsAnEventOnceAndNothingElseIs() {
        Map<String, NewsEvent> latest = new HashMap<>();
        Set<String> announced = new HashSet<>();
        for (ConsumerRecord<String, NewsEvent> each : reader.all(TOPICS.events())) {
            NewsEvent event = each.value();
            latest.put(event.articleId(), event);
            assertThat(announced.add(event.eventId() + event.status()))
                    .as("%s %s is announced once", event.title(), event.status())
                    .isTrue();
        }

        List<NewsEvent> standing = latest.values().stream()
                .filter(event -> event.status() != EventStatus.WITHDRAWN)
                .toList();
        assertThat(standing).hasSize(Deliveries.ORIGINALS).allMatch(event -> event.revision() == 1);
        assertThat(standing).extracting(NewsEvent::title).doesNotHaveDuplicates();
    }

    @Test
    void everyCopyPointsToItsOriginal() {
        Map<String, NewsEvent> events = new HashMap<>();
        reader.all(TOPICS.events()).forEach(each -> events.put(each.key(), each.value()));
        Map<String, Duplicate> copies = new HashMap<>();
        reader.all(TOPICS.duplicates()).forEach(each -> copies.put(each.key(), each.value()));

        assertThat(copies).hasSize(Deliveries.COPIES);
        assertThat(copies.values()).allSatisfy(copy -> {
            NewsEvent original = events.get(copy.originalId());
            assertThat(original.status()).isNotEqualTo(EventStatus.WITHDRAWN);
            assertThat(original.title()).isEqualTo(copy.title());
            assertThat(original.publishedAt()).isBefore(copy.publishedAt());
        });
    }

    @Test
    void prometheusSawBothInstancesAndHasASeriesForEveryPanelOfGrafanas() throws Exception {
        PrometheusClient prometheus = new PrometheusClient(http, project.port("PROMETHEUS_PORT"));
        await(
                () -> prometheus.query("count(last_over_time(up{job=\"enrich\"}[15m]))"),
                seen -> seen.size() == 1 && seen.get(0).get("value").get(1).asInt() == 2,
                "both enrich instances in Prometheus");

        List<String> expressions = OpsFiles.panelExpressions();
        assertThat(expressions).isNotEmpty();
        for (String expression : expressions) {
            await(() -> prometheus.query(expression), series -> !series.isEmpty(), expression);
        }
    }

    @Test
    void everyAlertRuleIsEvaluated() throws Exception {
        PrometheusClient prometheus = new PrometheusClient(http, project.port("PROMETHEUS_PORT"));
        List<JsonNode> rules = await(
                prometheus::rules,
                all -> all.stream()
                        .noneMatch(rule -> rule.get("health").asText().equals("unknown")),
                "evaluated alert rules");

        assertThat(rules).hasSizeGreaterThan(AlertRules.standard().all().size());
        assertThat(rules).allSatisfy(rule -> assertThat(rule.get("health").asText())
                .as(rule.toString())
                .isEqualTo("ok"));
    }

    /** With made-up series, by Prometheus' own tool in its container. */
    @Test
    void theAlertRulesFireWhenTheyShould() {
        assertThat(project.exec("prometheus", "promtool", "test", "rules", "/etc/prometheus/rules-test.yml"))
                .contains("SUCCESS");
    }

    @Test
    void theDocumentedTopicsAreThoseOfTheCluster() throws Exception {
        Set<String> onTheCluster;
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            onTheCluster = admin.listTopics().names().get();
        }

        Set<String> documented = Pattern.compile(
                        "^\\| \\[?`(news\\.[a-z-]+\\.v1|dateline-enrich-[a-z-]+)`", Pattern.MULTILINE)
                .matcher(Files.readString(ROOT.resolve("docs/topics.md")))
                .results()
                .map(row -> row.group(1))
                .collect(toSet());
        assertThat(onTheCluster).isEqualTo(documented);
    }

    private void push(List<String> lines) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + project.port("INGEST_PORT") + "/v1/articles:batch"))
                .header("Content-Type", "application/x-ndjson")
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(String.join("\n", lines)))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(Json.MAPPER.readTree(answer.body()).path("accepted").asInt())
                .as(answer.body())
                .isEqualTo(lines.size());
    }

    /** Ingest would not let this pass; another program on the cluster might write it. */
    private void writeWhatIsNoArticle() throws Exception {
        Map<String, Object> properties = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        try (var producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            TOPICS.raw().name(), "stray", "not JSON".getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    private LedgerLine books() {
        Map<String, LedgerLine> lines = new HashMap<>();
        reader.all(TOPICS.ledger()).forEach(line -> lines.put(line.key(), line.value()));
        return lines.values().stream()
                .reduce(LedgerLine::plus)
                .orElseGet(() -> new LedgerLine("", 0, 0, 0, 0, 0, 0, null));
    }

    private static long delivered() {
        return Deliveries.ORIGINALS + Deliveries.COPIES + Deliveries.RESENDS + DEAD_LETTERS;
    }

    private static <T> T await(Callable<T> look, Predicate<T> enough, String what) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        T seen = look.call();
        while (!enough.test(seen)) {
            assertThat(System.nanoTime())
                    .as("waiting for %s, saw %s", what, seen)
                    .isLessThan(deadline);
            Thread.sleep(500);
            seen = look.call();
        }
        return seen;
    }
}
