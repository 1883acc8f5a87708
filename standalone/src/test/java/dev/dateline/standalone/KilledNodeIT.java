package dev.dateline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.common.client.IngestClient;
import dev.dateline.common.client.Patience;
import dev.dateline.common.config.Settings;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.common.topics.Topics;
import dev.dateline.simulator.Newswire;
import dev.dateline.simulator.SimulationPlan;
import dev.dateline.standalone.books.Books;
import dev.dateline.standalone.books.LedgerReader;
import dev.dateline.standalone.books.Settlement;
import dev.dateline.standalone.instances.WorkLeft;
import dev.dateline.standalone.simulate.Pace;
import dev.dateline.standalone.simulate.SimulationReport;
import dev.dateline.standalone.simulate.SimulationRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 10,000 simulated articles, one in twenty malformed, through {@code dateline up}: once undisturbed, once with the process killed twice on
 * the way. What a careful consumer reads at the end must be the same.
 */
class KilledNodeIT {
    private static final int DELIVERIES = 10_000;
    private static final SimulationPlan PLAN =
            SimulationPlan.defaults(7, DELIVERIES, Instant.parse("2026-03-01T00:00:00Z"), Duration.ofHours(12));

    @Test
    void aKilledNodeLosesNothingAndTellsNothingTwice(@TempDir Path calm, @TempDir Path stormy) throws Exception {
        Published undisturbed = run(calm);
        Published disturbed = run(stormy, DELIVERIES / 4, DELIVERIES / 2);

        assertThat(undisturbed.verdicts()).hasSizeGreaterThan(DELIVERIES / 2);
        assertThat(undisturbed.refused()).hasSizeGreaterThan(DELIVERIES / 50);
        assertThat(disturbed.verdicts()).isEqualTo(undisturbed.verdicts());
        assertThat(disturbed.refused()).isEqualTo(undisturbed.refused());
    }

    /**
     * What consumers know at the end.
     *
     * @param verdicts by article id: its latest revision and whether it is an event or whose copy it is
     * @param refused step, reason and article of every dead letter, each once: an unanswered request is sent again
     */
    private record Published(Map<String, String> verdicts, Set<String> refused) {}

    private static Published run(Path directory, int... killAfter) throws Exception {
        try (NodeProcess node = new NodeProcess(directory)) {
            node.start();
            KafkaSettings kafka = KafkaSettings.from(
                    Settings.load(Map.of(), Map.of("dateline.kafka.bootstrap-servers", node.bootstrapServers())));
            try (SimulationRun simulation = new SimulationRun(
                    new Newswire(PLAN).iterator(),
                    Pace.unlimited(),
                    new IngestClient(node.url(), new Patience(Duration.ofMinutes(5))),
                    kafka,
                    truths -> {})) {
                CompletableFuture<SimulationReport> sent = CompletableFuture.supplyAsync(() -> runIn(simulation));
                for (int deliveries : killAfter) {
                    while (simulation.report().deliveries() < deliveries) {
                        Thread.sleep(5);
                    }
                    node.kill();
                    node.start();
                }
                assertThat(sent.get().rejected()).as(sent.get().toString()).isZero();
            }
            assertBooksBalance(kafka);
            // Assignments may still change while the books balance.
            try (WorkLeft work = new WorkLeft(kafka)) {
                work.awaitNone();
            }
            assertThat(node.get("/metrics")).contains("dateline_enrich_thread_deaths_total 0.0");
            return published(node, kafka.topics());
        }
    }

    private static SimulationReport runIn(SimulationRun simulation) {
        try {
            return simulation.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void assertBooksBalance(KafkaSettings kafka) throws InterruptedException {
        try (LedgerReader ledger = LedgerReader.open(kafka)) {
            Books books = new Settlement(ledger, Duration.ofMinutes(2)).await(seen -> {});
            assertThat(books.total().raw()).isGreaterThanOrEqualTo(DELIVERIES);
            assertThat(books.sources().values())
                    .allSatisfy(line ->
                            assertThat(line.inFlight()).as(line.sourceId()).isZero());
        }
    }

    private static Published published(NodeProcess node, Topics topics) {
        Map<String, String> verdicts = new TreeMap<>();
        Set<String> told = new HashSet<>();
        Map<String, String> last = new HashMap<>();
        Map<String, String> copies = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : TopicReader.read(node.bootstrapServers(), topics.events())) {
            JsonNode event = TopicReader.json(record);
            String status = event.get("status").asText();
            String what = record.key() + " revision " + event.get("revision").asInt();
            // A copy that turns out an original again is published again, after its withdrawal.
            assertThat(status).as("%s told twice", what).isNotEqualTo(last.put(what, status));
            if (!status.equals("withdrawn")) {
                verdicts.put(
                        record.key(),
                        "event of revision " + event.get("revision").asInt());
            }
        }
        for (ConsumerRecord<String, byte[]> record : TopicReader.read(node.bootstrapServers(), topics.duplicates())) {
            if (record.value() == null) {
                copies.remove(record.key());
            } else {
                JsonNode copy = TopicReader.json(record);
                assertThat(told.add(record.key() + " assignment "
                                + copy.get("version").asInt()))
                        .as("assignment of %s told twice", record.key())
                        .isTrue();
                copies.put(record.key(), "copy of " + copy.get("original_id").asText());
            }
        }
        verdicts.putAll(copies);
        return new Published(verdicts, refused(node, topics));
    }

    private static Set<String> refused(NodeProcess node, Topics topics) {
        Map<String, byte[]> raw = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : TopicReader.read(node.bootstrapServers(), topics.raw())) {
            raw.put(record.partition() + "@" + record.offset(), record.value());
        }
        Set<String> refused = new TreeSet<>();
        for (ConsumerRecord<String, byte[]> record : TopicReader.read(node.bootstrapServers(), topics.deadLetters())) {
            JsonNode letter = TopicReader.json(record);
            String origin = letter.get("origin_partition").asInt() + "@"
                    + letter.get("origin_offset").asLong();
            try {
                byte[] kept = letter.has("original_value")
                        ? letter.get("original_value").binaryValue()
                        : null;
                byte[] sent = raw.get(origin);
                assertThat(kept == null ? new byte[0] : kept).isEqualTo(sent == null ? new byte[0] : sent);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            assertThat(letter.get("origin_topic").asText())
                    .isEqualTo(topics.raw().name());
            refused.add(letter.get("step").asText() + " " + letter.get("reason").asText() + " " + record.key());
        }
        return refused;
    }
}
