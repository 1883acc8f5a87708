package dev.dateline.standalone.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.common.access.ApiKey;
import dev.dateline.common.config.Settings;
import dev.dateline.common.http.HttpSettings;
import dev.dateline.common.model.AccessKeyBuilder;
import dev.dateline.common.model.AccessScope;
import dev.dateline.common.model.RawArticle;
import dev.dateline.common.model.RawArticleBuilder;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.common.runtime.ServiceContext;
import dev.dateline.common.runtime.ServiceHost;
import dev.dateline.common.wire.Json;
import dev.dateline.dashboard.DashboardService;
import dev.dateline.standalone.Standalone;
import dev.dateline.standalone.bench.BenchArticles;
import dev.dateline.standalone.keys.KeyBook;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/dashboard.md}: it names the routes there are, and its example answers have the fields that the answers have. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DashboardPageIT {
    private static final Duration WITHIN = Duration.ofMinutes(2);
    private static final int ARTICLES = 400;
    private static final Pattern ROUTE = Pattern.compile("`((?:GET|POST|DELETE) /v1/[^` ]+)`");
    private static final Pattern EXAMPLE =
            Pattern.compile("^### `((?:GET|POST) [^`]+)`\n.*?```json\n(.*?)```", Pattern.DOTALL | Pattern.MULTILINE);

    /** What this run need not bring about: withdrawals, silence, a day of polling, a store that is restored, alerts and their webhook. */
    private static final Set<String> NOT_IN_THIS_RUN = Set.of(
            "GET /v1/alerts alerts",
            "GET /v1/alerts webhook",
            "GET /v1/articles/{id} event duplicate_of",
            "GET /v1/events events duplicate_of",
            "GET /v1/instances instances detail",
            "GET /v1/instances instances silent_ms",
            "GET /v1/overview recent_events duplicate_of",
            "GET /v1/pulse lag_trend",
            "GET /v1/source-status sources baseline_per_hour",
            "GET /v1/source-status sources detail",
            "GET /v1/source-status sources http_status",
            "GET /v1/source-status sources last_success_at",
            "GET /v1/source-status sources name",
            "GET /v1/topology detail",
            "GET /v1/topology nodes bytes",
            "GET /v1/topology nodes entries",
            "GET /v1/topology nodes restoring",
            "GET /v1/trends rows before_share",
            "GET /v1/trends rows burst");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, JsonNode> examples = new LinkedHashMap<>();
    private final Set<String> seen = new TreeSet<>();
    private String page;
    private Standalone node;
    private String admin;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        page = Files.readString(new GeneratedPage("dashboard.md").path());
        EXAMPLE.matcher(page).results().forEach(block -> examples.put(block.group(1), read(block.group(2))));
        node = Standalone.start(
                new Standalone.Options(directory, 0, 0, null),
                overrides -> Settings.load(Map.of(), overrides),
                line -> {});
        admin = key();
        assertThat(node.awaitReady(WITHIN)).as(() -> node.notReady().toString()).isTrue();
        int written = write(1, ARTICLES);
        declareSource();
        until("all is settled", () -> {
            JsonNode totals = ask("/v1/overview").path("totals");
            return totals.path("raw").asInt() == written
                    && totals.path("in_flight").asInt() == 0;
        });
        int events = ask("/v1/overview").at("/totals/events").asInt();
        until("the events are read", () -> ask("/v1/events").path("held").asInt() >= events);
        until(
                "the dead letters are read",
                () -> !ask("/v1/dead-letters/list").path("letters").isEmpty());
        until(
                "the topology is described",
                () -> !ask("/v1/topology").path("nodes").isEmpty());
    }

    @AfterAll
    void stop() {
        if (node != null) {
            node.close();
        }
    }

    private static JsonNode read(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (IOException e) {
            throw new IllegalArgumentException("an example is no JSON: " + json, e);
        }
    }

    private String key() {
        ApiKey made = ApiKey.generate(new SecureRandom());
        new KeyBook(node.context().kafka())
                .put(AccessKeyBuilder.builder()
                        .keyId(made.id())
                        .secretSha256(made.secretSha256())
                        .label("test")
                        .scope(AccessScope.ADMIN)
                        .createdAt(Instant.now())
                        .build());
        return made.token();
    }

    /** Articles as ingest would write them, with copies and revisions among them, one without words, and a record that is none. */
    private int write(long seed, int count) throws Exception {
        List<RawArticle> articles = new ArrayList<>(BenchArticles.articles(count, seed, Instant.now()));
        articles.add(RawArticleBuilder.builder(articles.get(0))
                .articleId("0123456789abcdefghijklmno" + seed)
                .bodyHtml(null)
                .bodyText("*** *** ***")
                .build());
        KafkaSettings kafka = node.context().kafka();
        String raw = kafka.topics().raw().name();
        try (var producer =
                new KafkaProducer<>(kafka.client("writer"), new StringSerializer(), new ByteArraySerializer())) {
            for (RawArticle article : articles) {
                producer.send(new ProducerRecord<>(raw, article.articleId(), Json.bytes(article)))
                        .get();
            }
            producer.send(new ProducerRecord<>(raw, "broken", "no JSON".getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
        return articles.size() + 1;
    }

    private void declareSource() throws Exception {
        assertThat(send("PUT", "/v1/sources/harbour-post", "{\"url\": \"https://post.invalid/feed\"}")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void itNamesEveryRouteAndNoOther() {
        Settings settings = Settings.load(Map.of(), Map.of("dateline.kafka.bootstrap-servers", "127.0.0.1:1"));
        ServiceContext context = ServiceContext.of(settings);
        Set<String> served = new TreeSet<>();
        try (ServiceHost host =
                new ServiceHost(context, new HttpSettings("127.0.0.1", 0), List.of(DashboardService.of(context)))) {
            host.start();
            host.routes().stream().filter(route -> route.contains(" /v1/")).forEach(served::add);
        }
        Set<String> named = new TreeSet<>();
        ROUTE.matcher(page).results().forEach(route -> named.add(route.group(1)));

        assertThat(named).isEqualTo(served);
    }

    @Test
    void itsExamplesHaveTheFieldsOfTheAnswers() throws Exception {
        List<String> unknown = new ArrayList<>();
        for (Map.Entry<String, JsonNode> example : examples.entrySet()) {
            for (JsonNode answer : answers(example.getKey())) {
                compare(example.getKey(), example.getValue(), answer, unknown);
            }
        }
        Set<String> shown = new TreeSet<>();
        examples.forEach((route, example) -> fields(route, example, shown));
        shown.removeAll(seen);

        assertThat(examples).hasSizeGreaterThan(20);
        assertThat(unknown).as("fields of answers that the page does not show").isEmpty();
        shown.removeIf(field -> NOT_IN_THIS_RUN.stream().anyMatch(field::startsWith));
        assertThat(shown).as("fields that the page shows and no answer has").isEmpty();
    }

    /** The answers to a documented route, with what it needs filled in. */
    private List<JsonNode> answers(String route) throws Exception {
        JsonNode letters =
                ask("/v1/dead-letters/list?limit=1").path("letters").path(0).path("letter");
        String letter = letters.path("partition").asText() + "/"
                + letters.path("offset").asText();
        JsonNode overview = ask("/v1/overview");
        List<JsonNode> answers = new ArrayList<>();
        switch (route) {
            case "GET /v1/series" -> answers.add(ask("/v1/series?metrics=raw"));
            case "GET /v1/pulse" -> {
                write(2, 100);
                until("events are timed", () -> {
                    answers.add(ask("/v1/pulse"));
                    return answers.get(answers.size() - 1).at("/now/p99_ms").isNumber();
                });
            }
            case "GET /v1/ledger", "GET /v1/events" -> answers.add(ask(route.substring(4) + "?limit=1"));
            case "GET /v1/dead-letters/list" -> {
                redrive(letter.replace('/', '@'), false);
                until(
                        "the letter is marked",
                        () -> ask("/v1/dead-letters/list").toString().contains("redriven_to"));
                answers.add(ask("/v1/dead-letters/list"));
                answers.add(ask("/v1/dead-letters/list?limit=1"));
            }
            case "GET /v1/topology" -> {
                answers.add(ask("/v1/topology"));
                answers.add(ask("/v1/topology?nodes=all"));
            }
            case "GET /v1/trends" -> {
                for (String kind : List.of("topics", "entities", "places")) {
                    answers.add(ask("/v1/trends?kind=" + kind));
                }
            }
            case "GET /v1/articles/{id}" -> {
                for (String list : List.of("recent_events", "recent_duplicates", "recent_dead_letters")) {
                    for (JsonNode one : overview.path(list)) {
                        if (one.has("article_id")) {
                            answers.add(
                                    ask("/v1/articles/" + one.path("article_id").asText()));
                        }
                    }
                }
            }
            case "GET /v1/events/{id}", "GET /v1/events/{id}/text", "GET /v1/events/{id}/raw" -> {
                for (JsonNode one : ask("/v1/events?limit=500").path("events")) {
                    if (one.path("copies").asInt() > 0 || answers.isEmpty()) {
                        answers.add(ask(route.substring(4)
                                .replace("{id}", one.path("article_id").asText())));
                    }
                }
            }
            case "GET /v1/dead-letters/{partition}/{offset}" -> answers.add(ask("/v1/dead-letters/" + letter));
            case "POST /v1/dead-letters:redrive" -> answers.add(redrive(letter.replace('/', '@'), true));
            case "GET /v1/jobs/{id}" -> {
                String job =
                        "/v1/jobs/" + redrive(notRedriven(), false).path("id").asText();
                until("the job ends", () -> ask(job).has("ended_at"));
                answers.add(ask(job));
            }
            case "POST /v1/source-status/{id}:pause" -> {
                String pause = "/v1/source-status/harbour-post:pause";
                until(
                        "the dashboard knows the source",
                        () -> send("POST", pause, "").statusCode() == 202);
                answers.add(Json.MAPPER.readTree(send("POST", pause, "").body()));
            }
            default -> answers.add(ask(route.substring(4)));
        }
        return answers;
    }

    /** A letter that this run has not sent through again: a second time nothing is written. */
    private String notRedriven() throws Exception {
        for (JsonNode item : ask("/v1/dead-letters/list?limit=500").path("letters")) {
            JsonNode letter = item.path("letter");
            if (!item.has("redriven_to") && letter.path("attempts").asInt() == 1) {
                return letter.path("partition").asInt() + "@"
                        + letter.path("offset").asLong();
            }
        }
        throw new AssertionError("all letters were redriven");
    }

    private JsonNode redrive(String letter, boolean dryRun) throws Exception {
        String body = "{\"selection\": {\"letters\": [\"" + letter + "\"]}, \"dry_run\": " + dryRun + "}";
        List<HttpResponse<String>> answers = new ArrayList<>();
        until("no other job runs", () -> {
            answers.add(send("POST", "/v1/dead-letters:redrive", body));
            return answers.get(answers.size() - 1).statusCode() == 202;
        });
        return Json.MAPPER.readTree(answers.get(answers.size() - 1).body());
    }

    /** What is empty in an example is described elsewhere. */
    private void compare(String at, JsonNode example, JsonNode answer, List<String> unknown) {
        if (example.isContainerNode() && example.isEmpty()) {
            return;
        }
        if (example.getNodeType() != answer.getNodeType() && !answer.isNull()) {
            unknown.add(at + ": " + answer);
        }
        answer.properties().forEach(field -> {
            String path = at + " " + field.getKey();
            seen.add(path);
            if (example.has(field.getKey())) {
                compare(path, example.get(field.getKey()), field.getValue(), unknown);
            } else {
                unknown.add(path);
            }
        });
        if (answer.isArray()) {
            answer.forEach(item -> compare(at, example.path(0), item, unknown));
        }
    }

    private static void fields(String at, JsonNode example, Set<String> fields) {
        example.properties().forEach(field -> {
            fields.add(at + " " + field.getKey());
            fields(at + " " + field.getKey(), field.getValue(), fields);
        });
        if (example.isArray()) {
            example.forEach(item -> fields(at, item, fields));
        }
    }

    private JsonNode ask(String path) throws Exception {
        HttpResponse<String> answer = send("GET", path, "");
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return Json.MAPPER.readTree(answer.body());
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(node.url() + path))
                        .header("Authorization", "Bearer " + admin)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static void until(String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + WITHIN.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("still waiting until %s", what).isLessThan(deadline);
            Thread.sleep(100);
        }
    }
}
