package dev.dateline.standalone.instances;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.model.StepCounts;
import dev.dateline.common.model.StreamsState;
import dev.dateline.common.model.Telemetry;
import dev.dateline.common.telemetry.Histogram;
import dev.dateline.simulator.SimulationPlan;
import dev.dateline.testkit.Broker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What instances of enrich do is on the telemetry topic: how far behind they are, that they share the work, that they are done. */
class TelemetryIT {
    private static final int ARTICLES = 4_000;
    private static final int PARTITIONS = 4;
    /** Those that read articles and letters, and the one that reads claims. */
    private static final int TASKS = PARTITIONS + 1;

    private static final int MOST_BYTES = 64 << 10;

    private final Instant receivedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final List<RawRecord> records = RawRecord.of(
            SimulationPlan.defaults(17, ARTICLES, receivedAt.minus(1, ChronoUnit.DAYS), Duration.ofHours(12)),
            receivedAt);

    @TempDir
    private Path folder;

    @Test
    void lagAndRebalancesAreToldAndTheCountsAreThoseOfTheBooks() throws Exception {
        try (Broker broker = Broker.embedded();
                TestPipeline pipeline = new TestPipeline(broker.bootstrapServers(), "telemetry", PARTITIONS);
                TelemetryWatch telemetry = new TelemetryWatch(pipeline.kafka());
                Pair pair = new Pair(pipeline, folder)) {
            String raw = pipeline.kafka().topics().raw().name();
            pair.start(0);
            pipeline.write(records);
            String first = "telemetry.enrich-0";

            Telemetry behind = telemetry.await(first, "that it is behind", state -> lag(state, raw) > 0);
            assertThat(partitions(behind, raw))
                    .filteredOn(partition -> partition.lag() != null && partition.lag() > 0)
                    .allSatisfy(partition -> assertThat(partition.lagMs()).isPositive());
            telemetry.await(
                    first,
                    "its topology",
                    streams(state ->
                            state.topology() != null && state.topology().contains("tag-article")));

            pipeline.awaitSettled(records.size());
            Telemetry done = telemetry.await(
                    first,
                    "that nothing is left",
                    state -> upToDate(state) && step(state, "decode-record").in() == records.size());
            assertThat(done.streams().state()).isEqualTo("RUNNING");
            assertThat(done.streams().tasks()).hasSize(TASKS);
            assertThat(done.streams().lastError()).isNull();
            long timed = Histogram.millis(done.endToEnd()).count();
            assertThat(timed).isPositive();
            assertThat(step(done, "compose-event").out() - timed).isBetween(0L, readAgain(done));
            assertThat(done.jvm().cpuMs()).isPositive();
            telemetry.await(first, "its stores", streams(state -> state.stores().stream()
                    .map(StreamsState.Store::store)
                    .toList()
                    .containsAll(List.of("bands", "articles-by-id", "pending-articles"))));

            long rebalances = done.streams().rebalances();
            pair.start(1);
            telemetry.await(first, "of a rebalance", streams(state -> state.rebalances() > rebalances));
            telemetry.await(
                    first,
                    "that it has less to do",
                    streams(state ->
                            state.rebalances() > rebalances && state.tasks().size() < TASKS));
            telemetry.await(
                    "telemetry.enrich-1",
                    "that it has something to do, and is not behind",
                    state -> upToDate(state) && state.streams().tasks().size() < TASKS);
            assertThat(telemetry.largest()).isBetween(1, MOST_BYTES);
        }
    }

    private static Predicate<Telemetry> streams(Predicate<StreamsState> wanted) {
        return telemetry -> telemetry.streams() != null && wanted.test(telemetry.streams());
    }

    private static List<StreamsState.Partition> partitions(Telemetry telemetry, String topic) {
        return Stream.ofNullable(telemetry.streams())
                .flatMap(streams -> streams.tasks().stream())
                .flatMap(task -> task.partitions().stream())
                .filter(partition -> partition.topic().equals(topic))
                .toList();
    }

    /** Below zero when it is not known. */
    private static long lag(Telemetry telemetry, String topic) {
        List<StreamsState.Partition> read = partitions(telemetry, topic);
        return read.isEmpty() || read.stream().anyMatch(partition -> partition.lag() == null)
                ? -1
                : read.stream().mapToLong(StreamsState.Partition::lag).sum();
    }
    /** It has work, and all that it reads is known and processed: transactions' markers are no records. */
    private static boolean upToDate(Telemetry telemetry) {
        return telemetry.streams() != null
                && !telemetry.streams().tasks().isEmpty()
                && telemetry.streams().tasks().stream()
                        .flatMap(task -> task.partitions().stream())
                        .allMatch(
                                partition -> partition.lag() != null && partition.lag() == 0 && partition.lagMs() == 0);
    }

    private static StepCounts step(Telemetry telemetry, String name) {
        return telemetry.steps().stream()
                .filter(step -> step.step().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Articles that turned out originals later: published, and not timed. */
    private static long readAgain(Telemetry telemetry) {
        return telemetry.steps().stream()
                .filter(step -> step.step().equals("reread-record"))
                .mapToLong(StepCounts::out)
                .sum();
    }
}
