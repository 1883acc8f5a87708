package dev.dateline.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.config.Settings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A run too short for figures, on a real broker: clients are served, and no event is missing without a word. */
class DashboardBenchIT {
    @Test
    void streamsAreMeasured() throws InterruptedException {
        DashboardPlan plan = new DashboardPlan(100, 5, 2, Duration.ofSeconds(2), Duration.ofSeconds(3), null);

        DashboardReport report =
                new DashboardBench(plan, overrides -> Settings.load(Map.of(), overrides), line -> {}).run();

        assertThat(report.fastAlone().clients()).isEqualTo(5);
        assertThat(report.fastAlone().events()).isPositive();
        assertThat(report.fastAlone().states()).isPositive();
        assertThat(report.fastAlone().unannounced()).isZero();
        assertThat(report.fastAlone().gaps()).isZero();
        assertThat(report.fastAlone().p50Ms())
                .isPositive()
                .isLessThanOrEqualTo(report.fastAlone().p99Ms());
        assertThat(report.fastBesideSlow().unannounced()).isZero();
        assertThat(report.slow().clients()).isEqualTo(2);
        assertThat(report.slow().unannounced()).isZero();
        assertThat(report.cpuWithClients()).isPositive();
        assertThat(report.heapWithoutClients()).isPositive();
        StringWriter table = new StringWriter();
        new DashboardTable(new PrintWriter(table)).print(report);
        assertThat(table.toString()).contains("no dashboard", "no clients", "beside slow");
    }
}
