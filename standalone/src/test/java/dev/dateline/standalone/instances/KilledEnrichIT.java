package dev.dateline.standalone.instances;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.simulator.SimulationPlan;
import dev.dateline.testkit.Broker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two instances of enrich share the work and are killed in turn, at last both at once. What a careful consumer knows at the end must be what
 * it knows after an undisturbed run. {@code -Ddateline.crash.articles=50000} makes it a long one.
 */
class KilledEnrichIT {
    private static final int ARTICLES = Integer.getInteger("dateline.crash.articles", 10_000);
    private static final int PARTITIONS = 4;
    private static final int PARTS = 5;

    private final Instant receivedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final List<RawRecord> records = RawRecord.of(
            SimulationPlan.defaults(11, ARTICLES, receivedAt.minus(1, ChronoUnit.DAYS), Duration.ofHours(12)),
            receivedAt);

    @TempDir
    private Path folder;

    @Test
    void killedInstancesLoseNothingAndTellNothingTwice() throws Exception {
        try (Broker broker = Broker.embedded()) {
            FinalAssignments calm = undisturbed(broker);
            FinalAssignments stormy = disturbed(broker);

            assertThat(calm.originals()).hasSizeGreaterThan(ARTICLES / 2);
            assertThat(calm.refused()).hasSizeGreaterThan(ARTICLES / 100);
            assertThat(stormy.refused()).isEqualTo(calm.refused());
            assertThat(stormy.revisions()).isEqualTo(calm.revisions());
            assertThat(stormy.originals()).isEqualTo(calm.originals());
        }
    }

    private FinalAssignments undisturbed(Broker broker) throws Exception {
        try (TestPipeline pipeline = new TestPipeline(broker.bootstrapServers(), "calm", PARTITIONS);
                Pair pair = new Pair(pipeline, folder)) {
            pair.start(0);
            pair.start(1);
            pipeline.write(records);
            return ended(pipeline, pair);
        }
    }

    private FinalAssignments disturbed(Broker broker) throws Exception {
        try (TestPipeline pipeline = new TestPipeline(broker.bootstrapServers(), "stormy", PARTITIONS);
                Pair pair = new Pair(pipeline, folder)) {
            pair.start(0);
            pair.start(1);

            writePart(0, pipeline);
            pair.kill(0);
            pipeline.awaitBooked(endOf(0)); // by the one that is left
            pair.start(0);

            writePart(1, pipeline);
            pair.kill(1);
            pair.start(1); // before it is missed

            writePart(2, pipeline);
            pair.kill(0);
            writePart(3, pipeline);
            pair.kill(1); // with the other still away
            pair.start(0);
            pair.start(1);

            writePart(4, pipeline);
            return ended(pipeline, pair);
        }
    }

    /** Returns when part of it is booked: what follows hits it half done. */
    private void writePart(int part, TestPipeline pipeline) throws Exception {
        int from = endOf(part - 1);
        pipeline.write(records.subList(from, endOf(part)));
        pipeline.awaitBooked(from + (endOf(part) - from) / 3);
    }

    private int endOf(int part) {
        return (int) ((part + 1L) * records.size() / PARTS);
    }

    private FinalAssignments ended(TestPipeline pipeline, Pair pair) throws Exception {
        pipeline.awaitSettled(records.size());
        assertThat(pair.sum("dateline_enrich_thread_deaths_total")).isZero();
        return FinalAssignments.read(pipeline.kafka());
    }
}
