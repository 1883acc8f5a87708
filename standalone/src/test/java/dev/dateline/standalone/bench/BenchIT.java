package dev.dateline.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.config.Settings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A run too small for figures, on a real broker: everything is measured, and the counts add up. */
class BenchIT {
    @Test
    void everyFigureIsMeasured() throws InterruptedException {
        BenchPlan plan = new BenchPlan(0, 300, 500, 20, Duration.ofSeconds(2), null);

        BenchReport report = new Bench(plan, overrides -> Settings.load(Map.of(), overrides), line -> {}).run();

        BenchReport.Enriched enriched = report.enriched();
        assertThat(enriched.events() + enriched.duplicates() + enriched.resends())
                .isEqualTo(300);
        assertThat(enriched.deadLetters()).isZero();
        assertThat(enriched.threadDeaths()).isZero();
        assertThat(report.passThrough().perSecond()).isPositive();
        assertThat(report.ratio()).isPositive();
        assertThat(report.latency().accepted()).isEqualTo(140);
        assertThat(report.latency().events()).isBetween(1, 40);
        assertThat(report.latency().p50Ms()).isBetween(0L, report.latency().maxMs());
        assertThat(table(report)).contains("pass-through", "enriched", "latency", "tag-article");
    }

    private static String table(BenchReport report) {
        StringWriter table = new StringWriter();
        new BenchTable(new PrintWriter(table)).print(report);
        return table.toString();
    }
}
