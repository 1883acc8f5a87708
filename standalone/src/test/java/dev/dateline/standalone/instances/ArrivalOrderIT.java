package dev.dateline.standalone.instances;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.runtime.ServiceContext;
import dev.dateline.enrich.EnrichService;
import dev.dateline.simulator.Shares;
import dev.dateline.simulator.SimulationPlan;
import dev.dateline.testkit.Broker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same articles in two orders of arrival, over one and four partitions, worked on by one and two instances: the assignments that are left
 * at the end are the same. All are received at the same time, so nothing but the order differs.
 */
class ArrivalOrderIT {
    private static final int ARTICLES = 1_000;
    private static final long SEED = Long.getLong("dateline.order.seed", 17);

    private final Instant receivedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    /** Many copies, many originals that come after them, and texts that change. */
    private final SimulationPlan plan = new SimulationPlan(
            SEED,
            ARTICLES,
            receivedAt.minus(1, ChronoUnit.DAYS),
            Duration.ofHours(12),
            Shares.DEFAULT
                    .withMalformed(0)
                    .withCopies(0.4)
                    .withRewrites(0.1)
                    .withLateOriginals(0.1)
                    .withUpdates(0.05));

    @TempDir
    private Path folder;

    @Test
    void assignmentsDoNotDependOnTheOrderOfArrival() throws Exception {
        List<RawRecord> inOrder = RawRecord.of(plan, receivedAt);
        List<RawRecord> shuffled = new ArrayList<>(inOrder);
        Collections.shuffle(shuffled, new Random(SEED));

        Map<String, FinalAssignments> seen = new TreeMap<>();
        try (Broker broker = Broker.embedded()) {
            for (int partitions : new int[] {1, 4}) {
                for (int instances : new int[] {1, 2}) {
                    String setting = partitions + "-partitions-" + instances + "-instances";
                    seen.put(
                            "in-order-" + setting,
                            assignments(broker, inOrder, "in-order-" + setting, partitions, instances));
                    seen.put(
                            "shuffled-" + setting,
                            assignments(broker, shuffled, "shuffled-" + setting, partitions, instances));
                }
            }
        }

        SortedMap<String, String> expected =
                seen.get("in-order-1-partitions-1-instances").originals();
        assertThat(expected).hasSizeGreaterThan(ARTICLES / 2);
        assertThat(expected.entrySet().stream()
                        .filter(article -> !article.getKey().equals(article.getValue())))
                .as("copies")
                .hasSizeGreaterThan(ARTICLES / 4);
        assertThat(seen.get("shuffled-1-partitions-1-instances").withdrawals())
                .as("originals that turned out to be copies")
                .isGreaterThan(ARTICLES / 20);
        seen.forEach((run, assignments) -> assertThat(differences(expected, assignments.originals()))
                .as("article: original in order and over one partition | original %s", run)
                .isEmpty());
    }

    /** A failure names the articles that differ, not thousands that do not. */
    private static Map<String, String> differences(Map<String, String> expected, Map<String, String> originals) {
        SortedSet<String> articles = new TreeSet<>(expected.keySet());
        articles.addAll(originals.keySet());
        Map<String, String> differences = new TreeMap<>();
        for (String article : articles) {
            if (!Objects.equals(expected.get(article), originals.get(article))) {
                differences.put(article, expected.get(article) + " | " + originals.get(article));
            }
        }
        return differences;
    }

    private FinalAssignments assignments(
            Broker broker, List<RawRecord> records, String name, int partitions, int instances) throws Exception {
        Deque<EnrichService> running = new ArrayDeque<>();
        try (TestPipeline pipeline = new TestPipeline(broker.bootstrapServers(), name, partitions)) {
            for (int i = 0; i < instances; i++) {
                EnrichService service =
                        EnrichService.of(ServiceContext.of(pipeline.settings(folder.resolve(name + "-" + i))));
                running.push(service);
                service.start();
            }
            Await.until("all instances run", () -> running.stream()
                    .allMatch(service -> service.health().isUp()));
            // What comes at once is decided at once. The second half comes when all of the first is published.
            int half = records.size() / 2;
            pipeline.write(records.subList(0, half));
            pipeline.awaitSettled(half);
            pipeline.write(records.subList(half, records.size()));
            pipeline.awaitSettled(records.size());
            return FinalAssignments.read(pipeline.kafka());
        } finally {
            running.forEach(EnrichService::close);
        }
    }
}
