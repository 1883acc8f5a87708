package dev.dateline.dashboard.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.model.TelemetryBuilder;
import dev.dateline.common.runtime.Health;
import dev.dateline.dashboard.series.Series;
import dev.dateline.dashboard.view.Samples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WatchTest {
    private final Samples.Clock clock = new Samples.Clock();
    private final Series series = new Series(clock, 10);
    private final Watch watch =
            new Watch(clock, Samples.view(clock), series, series::quietSources, List::of, Health::up);

    /** Each second one record is refused and two become events. */
    private void goOnFor(int seconds) {
        for (int second = 1; second <= seconds; second++) {
            series.telemetry(TelemetryBuilder.builder()
                    .instanceId("host-00000001")
                    .service("dashboard")
                    .at(clock.instant())
                    .startedAt(Samples.START)
                    .status("up")
                    .counters(Map.of(
                            "ledger_raw",
                            second * 3.0,
                            "ledger_events",
                            second * 2.0,
                            "ledger_duplicates",
                            0.0,
                            "ledger_resends",
                            0.0,
                            "ledger_dead_letters",
                            (double) second))
                    .build());
            clock.advanceSeconds(1);
        }
        watch.look();
    }

    @Test
    void theFirstRecordsAfterAStartAreNoShare() {
        goOnFor(6);

        assertThat(watch.latest().settledPerSecond()).isBetween(0.01, 0.06);
        assertThat(watch.verdict().reasons()).extracting(Reason::code).doesNotContain(Reason.Code.DEAD_LETTERS);
    }

    @Test
    void manyDeadLettersAreSaid() {
        goOnFor(60);

        assertThat(watch.verdict().sentence()).isEqualTo("33 % of the records become dead letters");
    }
}
