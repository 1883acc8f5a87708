package dev.dateline.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.config.Settings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A run too short for figures, on a real broker: every request is answered, and as it should be. */
class IngestBenchIT {
    @Test
    void bothKindsOfLoadAreMeasured() throws InterruptedException {
        IngestPlan plan = new IngestPlan(Duration.ofMillis(100), Duration.ofMillis(500), 8, 1, 300, null);

        IngestReport report = new IngestBench(plan, overrides -> Settings.load(Map.of(), overrides), line -> {}).run();

        assertThat(report.single().statuses()).containsOnlyKeys(202);
        assertThat(report.batch().statuses()).containsOnlyKeys(200);
        assertThat(report.batch().articles())
                .isPositive()
                .isEqualTo(300L * report.batch().statuses().get(200));
        assertThat(report.single().cpuMsPerArticle()).isPositive();
        assertThat(report.single().p50Ms())
                .isPositive()
                .isLessThanOrEqualTo(report.single().p99Ms());
        StringWriter table = new StringWriter();
        new IngestTable(new PrintWriter(table)).print(report);
        assertThat(table.toString()).contains("single", "batch", "CPU");
    }
}
