package dev.dateline.standalone.instances;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.simulator.Delivery;
import dev.dateline.simulator.Newswire;
import dev.dateline.simulator.Shares;
import dev.dateline.simulator.SimulationPlan;
import dev.dateline.testkit.Broker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Articles keep coming while one of two instances is killed. Measured is the time from SIGKILL until every partition has published an
 * event of an article that came after it.
 */
class StandbyTakeoverIT {
    private static final int PARTITIONS = 4;
    private static final int KILLS = Integer.getInteger("dateline.takeovers", 2);
    private static final int BEFORE = 2_000;
    private static final int DURING = 4_000;
    private static final Duration EVERY = Duration.ofMillis(10);
    /** Ten seconds are promised on a machine that does nothing else. */
    private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(20);

    private static final String STANDBY_STORES = "dateline_enrich_standby_stores";
    private static final String STANDBY_LAG = "dateline_enrich_standby_lag_records";
    private static final String PROMOTED = "dateline_enrich_standby_promoted_stores_total";
    private static final String RESTORED = "dateline_enrich_restored_records_total";

    /** Copies too: Streams takes a copy of its state for damaged when one of a task's stores has never been written. */
    private final Iterator<Delivery> deliveries = new Newswire(new SimulationPlan(
                    13,
                    BEFORE + KILLS * DURING,
                    Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(1, ChronoUnit.DAYS),
                    Duration.ofHours(12),
                    Shares.DISTINCT_ARTICLES))
            .iterator();

    @TempDir
    private Path folder;

    @Test
    void theWarmCopyTakesOver() throws Exception {
        try (Broker broker = Broker.embedded();
                TestPipeline pipeline = new TestPipeline(broker.bootstrapServers(), "takeover", PARTITIONS);
                EventWatch events = new EventWatch(pipeline.kafka());
                Pair pair = new Pair(pipeline, folder)) {
            pair.start(0);
            pair.start(1);
            for (int i = 0; i < BEFORE; i++) {
                pipeline.send(RawRecord.of(deliveries.next(), Instant.now()));
            }
            pipeline.flush();
            int written = BEFORE;
            for (int kill = 0; kill < KILLS; kill++) {
                pipeline.awaitSettled(written);
                written += killOne(kill % 2, pipeline, events, pair);
                pair.start(kill % 2);
            }
            pipeline.awaitSettled(written);
            assertThat(FinalAssignments.read(pipeline.kafka()).originals()).hasSize(written);
        }
    }

    /** Kills one while articles come, and returns when the other has taken over; the number of articles. */
    private int killOne(int victim, TestPipeline pipeline, EventWatch events, Pair pair) throws Exception {
        int survivor = 1 - victim;
        Await.until("each keeps warm what the other works on", () -> isWarm(pair, victim) && isWarm(pair, survivor));
        double promotedBefore = pair.metric(survivor, PROMOTED);
        double restoredBefore = pair.metric(survivor, RESTORED);
        Duration taken;
        int written;
        try (SteadyWriter writer = new SteadyWriter(pipeline, deliveries, EVERY)) {
            events.awaitEveryPartition(Instant.now());
            Instant killed = Instant.now();
            pair.kill(victim);
            taken = events.awaitEveryPartition(killed);
            written = writer.stop();
        }
        double promoted = pair.metric(survivor, PROMOTED) - promotedBefore;
        double restored = pair.metric(survivor, RESTORED) - restoredBefore;
        System.out.printf(
                "taken over in %d ms; %.0f warm stores were promoted, %.0f records restored%n",
                taken.toMillis(), promoted, restored);
        assertThat(promoted).isPositive();
        // Each article is a record of several stores: what is read back is what the last transactions wrote.
        assertThat(restored).isLessThan(BEFORE / 10.0);
        assertThat(taken).isLessThan(TAKEN_OVER_WITHIN);
        return written;
    }

    private static boolean isWarm(Pair pair, int number) throws Exception {
        double stores = pair.metric(number, STANDBY_STORES);
        // The end of a changelog is behind the marker of its last transaction.
        return pair.isReady(number) && stores > 0 && pair.metric(number, STANDBY_LAG) <= 2 * stores;
    }
}
