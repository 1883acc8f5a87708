package dev.dateline.enrich.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.model.StreamsState.Partition;
import dev.dateline.common.model.StreamsState.Store;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.streams.KafkaStreams.State;
import org.junit.jupiter.api.Test;

class WatchPartsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void rebalancesAreCountedWhenTheyBegin() {
        Rebalances rebalances = new Rebalances(InstantSource.fixed(NOON), registry);
        assertThat(rebalances.lastAt()).isNull();

        rebalances.onChange(State.REBALANCING, State.CREATED);
        rebalances.onChange(State.RUNNING, State.REBALANCING);
        rebalances.onChange(State.REBALANCING, State.RUNNING);

        assertThat(rebalances.count()).isEqualTo(2);
        assertThat(rebalances.lastAt()).isEqualTo(NOON);
        assertThat(registry.get("dateline.enrich.rebalances").functionCounter().count())
                .isEqualTo(2);
    }

    @Test
    void theTopologyIsSaidFirstAndThenOnceAMinute() {
        TopologyNotice notice = new TopologyNotice("Topologies:");

        List<Integer> said = IntStream.range(0, 130)
                .filter(round -> notice.next() != null)
                .boxed()
                .toList();

        assertThat(said).containsExactly(0, 1, 2, 3, 4, 60, 120);
        assertThat(new TopologyNotice("x".repeat(TopologyNotice.MOST + 1)).next())
                .isNull();
    }

    @Test
    void metersAddPartitionsUpAndForgetWhatIsGone() {
        LagMeters meters = new LagMeters(registry);
        meters.lags(List.of(
                new Partition("news.raw.v1", 0, 5L, 2000L),
                new Partition("news.raw.v1", 1, 7L, 500L),
                new Partition("news.letters.v1", 0, null, null)));
        meters.stores(List.of(new Store("bands", 3L, null)));

        assertThat(gauge("dateline.enrich.lag.records", "topic", "news.raw.v1")).isEqualTo(12);
        assertThat(gauge("dateline.enrich.lag.seconds", "topic", "news.raw.v1")).isEqualTo(2);
        assertThat(gauge("dateline.enrich.store.entries", "store", "bands")).isEqualTo(3);
        assertThat(registry.find("dateline.enrich.lag.records").gauges()).hasSize(1);
        assertThat(registry.find("dateline.enrich.store.bytes").gauges()).isEmpty();

        meters.lags(List.of());
        assertThat(gauge("dateline.enrich.lag.records", "topic", "news.raw.v1")).isNaN();

        meters.lags(List.of(new Partition("news.raw.v1", 0, 4L, 1L)));
        assertThat(gauge("dateline.enrich.lag.records", "topic", "news.raw.v1")).isEqualTo(4);
    }

    private double gauge(String name, String tag, String value) {
        return registry.get(name).tag(tag, value).gauge().value();
    }
}
