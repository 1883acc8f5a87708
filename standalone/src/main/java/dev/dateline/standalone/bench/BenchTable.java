package dev.dateline.standalone.bench;

import java.io.PrintWriter;

/** A report as a table for people. */
public final class BenchTable {
    private static final int PERCENT = 100;

    private final FigureRows rows;

    public BenchTable(PrintWriter out) {
        this.rows = new FigureRows(out);
    }

    public void print(BenchReport report) {
        Machine machine = report.machine();
        rows.machine(machine);
        rows.row(
                "Kafka",
                "%s, %s broker, %d partitions, %d stream threads",
                machine.kafka(),
                machine.broker(),
                machine.partitions(),
                machine.threads());
        throughput(report);
        steps(report.steps());
        latency(report.latency());
        rows.memory(report.memory());
    }

    private void throughput(BenchReport report) {
        BenchReport.Throughput pass = report.passThrough();
        BenchReport.Enriched enriched = report.enriched();
        rows.row(
                "pass-through",
                "%,.0f records/s  (%,d of %,d bytes in %.1f s)",
                pass.perSecond(),
                pass.records(),
                pass.recordBytes(),
                pass.seconds());
        rows.row(
                "enriched",
                "%,.0f articles/s  (%,d of %,d bytes in %.1f s, after the warm-up)",
                enriched.perSecond(),
                enriched.articles(),
                enriched.rawBytes(),
                enriched.seconds());
        rows.row(
                "",
                "with the warm-up %,d events, %,d duplicates, %,d resends, %,d dead letters; %d stream threads died",
                enriched.events(),
                enriched.duplicates(),
                enriched.resends(),
                enriched.deadLetters(),
                enriched.threadDeaths());
        rows.row("ratio", "%.1f %%", report.ratio() * PERCENT);
        rows.row("process CPU", "%.3f ms per article", enriched.processCpuMsPerArticle());
    }

    private void steps(BenchReport.Steps steps) {
        rows.row("steps' CPU", "%.3f ms per article, of which", steps.sum());
        steps.cpuMsPerArticle().forEach((step, millis) -> rows.row("", "%-18s %.4f ms", step, millis));
    }

    private void latency(BenchReport.Latency latency) {
        rows.row(
                "latency",
                "p50 %d ms, p99 %d ms, max %d ms  (%d articles/s for %.0f s: %,d accepted, %,d refused, %,d events)",
                latency.p50Ms(),
                latency.p99Ms(),
                latency.maxMs(),
                latency.rate(),
                latency.seconds(),
                latency.accepted(),
                latency.refused(),
                latency.events());
    }
}
