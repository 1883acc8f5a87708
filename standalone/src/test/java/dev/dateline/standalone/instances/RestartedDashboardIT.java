package dev.dateline.standalone.instances;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.common.config.Settings;
import dev.dateline.common.http.HttpSettings;
import dev.dateline.common.model.JvmState;
import dev.dateline.common.model.LedgerLine;
import dev.dateline.common.model.SourceCounts;
import dev.dateline.common.model.StepCounts;
import dev.dateline.common.model.StreamsState;
import dev.dateline.common.model.StreamsStateBuilder;
import dev.dateline.common.model.Telemetry;
import dev.dateline.common.model.TelemetryBuilder;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.common.runtime.ServiceContext;
import dev.dateline.common.runtime.ServiceHost;
import dev.dateline.common.topics.Topic;
import dev.dateline.common.topics.TopicPlan;
import dev.dateline.common.wire.Json;
import dev.dateline.dashboard.DashboardService;
import dev.dateline.dashboard.series.Series;
import dev.dateline.dashboard.series.SeriesName;
import dev.dateline.dashboard.series.SeriesWindow;
import dev.dateline.dashboard.series.SourcePace;
import dev.dateline.embedded.BrokerSettings;
import dev.dateline.embedded.EmbeddedKafka;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A dashboard that has read one part of the telemetry as its past and another as it arrived, and one that starts after it and reads all of
 * it as its past: of every second and minute that is over they say what one says that heard all of it as it came.
 */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RestartedDashboardIT {
    private static final Duration PAST = Duration.ofMinutes(130);
    /** What arrives while the first dashboard runs. */
    private static final Duration LIVE = Duration.ofSeconds(90);

    private static final Duration BY_SECOND = Duration.ofMinutes(55);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final String SOURCE = "gazette";
    private static final String METRICS = "raw,events,duplicates,resends,dead_letters,lag_records,lag_seconds,p50_ms,"
            + "p99_ms,in_flight,silent_sources,cpu,step.tag-article.rate,step.tag-article.errors,step.tag-article.p99_ms";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Instant end = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Random random = new Random(5);
    /** Hears all of it as it came. */
    private final Series reference = new Series(InstantSource.system(), 10);

    @TempDir
    private Path folder;

    @Test
    void aDashboardThatStartsAnewRebuildsTheSameNumbers() throws Exception {
        try (EmbeddedKafka broker = EmbeddedKafka.start(new BrokerSettings(folder.resolve("kafka"), 0))) {
            Settings settings =
                    Settings.load(Map.of(), Map.of("dateline.kafka.bootstrap-servers", broker.bootstrapServers()));
            KafkaSettings kafka = KafkaSettings.from(settings);
            try (Admin admin = kafka.admin("test")) {
                TopicPlan.of(admin, kafka.topics()).apply(admin, kafka.replicationFactor());
            }
            List<Telemetry> told = telemetry();
            int live = (int) told.stream()
                    .filter(each -> each.at().isBefore(end.minus(LIVE)))
                    .count();
            write(kafka, told.subList(0, live));

            Map<String, JsonNode> expected = heardAsItCame(told);
            try (ServiceHost first = dashboard(settings)) {
                Await.until("the first dashboard runs", first::isReady);
                write(kafka, told.subList(live, told.size()));

                assertThat(differences(expected, settled(first, expected))).isEmpty();
                Await.until("the first one knows how much the source sends", () -> knowsTheSource(first));
            }
            try (ServiceHost second = dashboard(settings)) {
                Await.until("the second dashboard runs", second::isReady);

                assertThat(differences(expected, settled(second, expected))).isEmpty();
                Await.until("the second one knows how much the source sends", () -> knowsTheSource(second));
                assertThat(json(second, "/v1/overview").at("/totals/raw").asLong())
                        .isEqualTo(1_000);
            }
        }
    }

    /** What one says that ran all the time. */
    private Map<String, JsonNode> heardAsItCame(List<Telemetry> told) throws IOException {
        told.forEach(reference::telemetry);
        List<SeriesName> names = Stream.of(METRICS.split(","))
                .map(name -> SeriesName.parse(name).orElseThrow())
                .toList();
        SeriesWindow seconds = reference.window(names, end.minus(BY_SECOND), end);
        SeriesWindow minutes = reference.window(names, end.minus(PAST), lastMinute());
        assertThat(seconds.values().get("p99_ms").stream().filter(Objects::nonNull))
                .hasSizeGreaterThan(3_000);
        assertThat(minutes.values().get("raw").stream().filter(Objects::nonNull))
                .hasSizeGreaterThan(120);
        return Map.of(
                "seconds", asRead(seconds),
                "minutes", asRead(minutes),
                "marks", marks(asRead(reference.marks())));
    }

    /** Both are asked at once: the last hour is another one a minute later. */
    private boolean knowsTheSource(ServiceHost host) throws Exception {
        SourcePace wanted = reference.pace(SOURCE);
        assertThat(wanted.perHour()).isGreaterThan(3_000);
        assertThat(wanted.baselineHours()).isPositive();
        JsonNode row = json(host, "/v1/source-status").at("/sources/0");
        return row.path("per_hour").asLong() == wanted.perHour()
                && row.path("baseline_per_hour").asDouble() == wanted.baselinePerHour()
                && row.path("baseline_hours").asInt() == wanted.baselineHours();
    }

    /** What the dashboard says once it is that, or what it still says when patience ends. */
    private Map<String, JsonNode> settled(ServiceHost host, Map<String, JsonNode> expected) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Map<String, JsonNode> figures = figures(host);
        while (!figures.equals(expected) && System.nanoTime() < deadline) {
            Thread.sleep(200);
            figures = figures(host);
        }
        return figures;
    }

    /** Which values are others: a failure shows no thousands that are not. */
    private static List<String> differences(Map<String, JsonNode> expected, Map<String, JsonNode> figures) {
        List<String> differences = new ArrayList<>();
        expected.forEach((figure, wanted) -> {
            JsonNode found = figures.get(figure);
            wanted.path("values")
                    .properties()
                    .forEach(line -> differ(
                            figure + " " + line.getKey(),
                            line.getValue(),
                            found.path("values").path(line.getKey()),
                            differences));
        });
        if (differences.isEmpty() && !figures.equals(expected)) {
            differences.add(expected + " | " + figures);
        }
        return differences;
    }

    private static void differ(String name, JsonNode wanted, JsonNode found, List<String> differences) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!wanted.get(i).equals(found.path(i))) {
                differences.add(name + " " + i + ": " + wanted.get(i) + " | " + found.path(i));
            }
        }
    }

    private static ServiceHost dashboard(Settings settings) {
        ServiceContext context = ServiceContext.of(settings).withoutTls();
        ServiceHost host = new ServiceHost(
                context, new HttpSettings(BrokerSettings.HOST, 0), List.of(DashboardService.of(context)));
        host.start();
        return host;
    }

    /** Two instances of enrich, of which one is replaced half-way, and a dashboard of those days; oldest first. */
    private List<Telemetry> telemetry() {
        List<Telemetry> told = new ArrayList<>();
        Map<String, Long> counts = new HashMap<>();
        Instant replaced = end.minus(PAST.dividedBy(2));
        for (Instant at = end.minus(PAST); !at.isAfter(end); at = at.plusSeconds(1)) {
            told.add(enrich("enrich-1", end.minus(PAST), at, counts));
            // For half a minute the second one is silent.
            if (at.isBefore(replaced.minusSeconds(30))) {
                told.add(enrich("enrich-2", end.minus(PAST), at, counts));
            } else if (at.isAfter(replaced)) {
                told.add(enrich("enrich-3", replaced, at, counts));
            }
            told.add(books(at, counts));
            told.add(ingest(at, counts));
        }
        return told;
    }

    private Telemetry enrich(String id, Instant startedAt, Instant at, Map<String, Long> counts) {
        long in = counts.merge(id, 50L + random.nextInt(50), Long::sum);
        long failed = counts.merge(id + "-failed", (long) random.nextInt(2), Long::sum);
        long cpu = counts.merge(id + "-cpu", 200L + random.nextInt(500), Long::sum);
        long slow = counts.merge(id + "-slow", (long) random.nextInt(9), Long::sum);
        StreamsState streams = StreamsStateBuilder.builder()
                .state("RUNNING")
                .lastRebalanceAt(startedAt)
                .tasks(List.of(new StreamsState.Task(
                        "0_0", List.of(new StreamsState.Partition("news.raw.v1", 0, (long) random.nextInt(90), (long)
                                random.nextInt(4_000))))))
                .build();
        return TelemetryBuilder.builder()
                .instanceId(id)
                .service("enrich")
                .version("1")
                .at(at.plusMillis(random.nextInt(900)))
                .startedAt(startedAt)
                .status("up")
                .steps(List.of(new StepCounts("tag-article", in, in - failed, 0, failed, 0, 0, List.of(in, 0L, slow))))
                .endToEnd(List.of(0L, 0L, in, slow))
                .streams(streams)
                .jvm(new JvmState(cpu, 1, 2L, 0, 9))
                .build();
    }

    private Telemetry books(Instant at, Map<String, Long> counts) {
        Map<String, Double> counters = new HashMap<>();
        for (String flow : List.of("raw", "events", "duplicates", "resends", "dead_letters")) {
            counters.put("ledger_" + flow, (double) counts.merge(flow, (long) random.nextInt(60), Long::sum));
        }
        counters.put("ledger_in_flight", (double) random.nextInt(20));
        counters.put("ledger_silent_sources", 0.0);
        return TelemetryBuilder.builder()
                .instanceId("dashboard-1")
                .service("dashboard")
                .version("1")
                .at(at)
                .startedAt(end.minus(PAST))
                .status("up")
                .counters(counters)
                .build();
    }

    private Telemetry ingest(Instant at, Map<String, Long> counts) {
        long accepted = counts.merge(SOURCE, (long) random.nextInt(5), Long::sum);
        return TelemetryBuilder.builder()
                .instanceId("ingest-1")
                .service("ingest")
                .version("1")
                .at(at)
                .startedAt(end.minus(PAST))
                .status("up")
                .sources(List.of(new SourceCounts(SOURCE, accepted, 0, at)))
                .build();
    }

    private void write(KafkaSettings kafka, List<Telemetry> told) {
        Topic<Telemetry> telemetry = kafka.topics().telemetry();
        Topic<LedgerLine> ledger = kafka.topics().ledger();
        try (var producer =
                new KafkaProducer<>(kafka.client("writer"), new StringSerializer(), new ByteArraySerializer())) {
            for (Telemetry each : told) {
                var unused = producer.send(new ProducerRecord<>(
                        telemetry.name(), null, each.at().toEpochMilli(), each.instanceId(), Json.bytes(each)));
            }
            var unused = producer.send(new ProducerRecord<>(
                    ledger.name(), SOURCE + "|0", Json.bytes(new LedgerLine(SOURCE, 0, 1_000, 900, 50, 30, 20, end))));
            producer.flush();
        }
    }

    private Instant lastMinute() {
        return end.truncatedTo(ChronoUnit.MINUTES).minusSeconds(1);
    }

    private Map<String, JsonNode> figures(ServiceHost host) throws Exception {
        return Map.of(
                "seconds", series(host, end.minus(BY_SECOND), end),
                "minutes", series(host, end.minus(PAST), lastMinute()),
                "marks", marks(json(host, "/v1/marks").path("marks")));
    }

    /** Those of the instances that this test made up; who is silent now depends on when one asks. */
    private static JsonNode marks(JsonNode all) throws IOException {
        return asRead(StreamSupport.stream(all.spliterator(), false)
                .filter(mark -> mark.path("instance").asText().startsWith("enrich-"))
                .filter(mark -> !mark.path("kind").asText().equals("stop"))
                .toList());
    }

    private static JsonNode asRead(Object answer) throws IOException {
        return Json.MAPPER.readTree(Json.bytes(answer));
    }

    private JsonNode series(ServiceHost host, Instant from, Instant to) throws Exception {
        return json(host, "/v1/series?metrics=" + METRICS + "&from=" + from + "&to=" + to);
    }

    private JsonNode json(ServiceHost host, String path) throws Exception {
        URI address = URI.create("http://" + BrokerSettings.HOST + ":" + host.port() + path);
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.MAPPER.readTree(answer.body());
    }
}
