package dev.dateline.dashboard.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.runtime.Health;
import dev.dateline.dashboard.series.FleetMember;
import dev.dateline.dashboard.series.QuietSource;
import dev.dateline.dashboard.verdict.Situation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SituationSignalsTest {
    private static final Instant START = Instant.parse("2026-11-22T09:00:00Z");

    private static FleetMember member(String instance, FleetMember.State state) {
        return new FleetMember(
                instance + "/enrich", instance, "enrich", state, "1", "up", null, START, null, null, null, null);
    }

    private static Situation situation(Health reading) {
        return situation(reading, 12);
    }

    private static Situation situation(Health reading, double settledPerSecond) {
        return new Situation(
                reading,
                Optional.of(Duration.ZERO),
                List.of(
                        member("host-1", FleetMember.State.ALIVE),
                        member("host-2", FleetMember.State.GONE),
                        member("host-3", FleetMember.State.STOPPED)),
                41.5,
                0.25,
                -3,
                settledPerSecond,
                0.05,
                10.5,
                List.of(new QuietSource("gazette", START, Duration.ofMinutes(50), Duration.ofMinutes(20))),
                Map.of());
    }

    @Test
    void aShareOfVeryFewRecordsIsChance() {
        double nineteenInFiveMinutes = 19.0 / 300;
        double twenty = 20.0 / 300;

        assertThat(share(nineteenInFiveMinutes)).isZero();
        assertThat(share(twenty)).isEqualTo(0.05);
    }

    private static double share(double settledPerSecond) {
        return SituationSignals.of(situation(Health.up(), settledPerSecond))
                .orElseThrow()
                .deadLetterShare();
    }

    @Test
    void theRulesSeeWhatTheVerdictIsMadeFrom() {
        Signals signals = SituationSignals.of(situation(Health.up())).orElseThrow();

        assertThat(signals.lagSeconds()).isEqualTo(41.5);
        assertThat(signals.lagTrend()).isEqualTo(0.25);
        assertThat(signals.outOfBalance()).isEqualTo(3);
        assertThat(signals.deadLetterShare()).isEqualTo(0.05);
        assertThat(signals.eventsPerSecond()).isEqualTo(10.5);
        assertThat(signals.instancesGone()).containsExactly("host-2/enrich");
        assertThat(signals.silentSources()).containsExactly(new SilentSource("gazette", 3000, 1200));
        assertThat(signals.silentSources().get(0).times()).isEqualTo(2.5);
    }

    @Test
    void whileTheTopicsAreNotReadNothingIsKnown() {
        assertThat(SituationSignals.of(situation(Health.starting("reading the ledger"))))
                .isEmpty();
        assertThat(SituationSignals.of(situation(Health.down("Kafka does not answer"))))
                .isEmpty();
    }
}
