package dev.dateline.standalone.bench;

import java.io.PrintWriter;
import java.util.Locale;

/** A report as a table for people. */
public final class BenchTable {
    private static final double MIB = 1 << 20;
    private static final int PERCENT = 100;

    private final PrintWriter out;

    public BenchTable(PrintWriter out) {
        this.out = out;
    }

    public void print(BenchReport report) {
        BenchReport.Machine machine = report.machine();
        row("machine", "%d cores, %s, %s", machine.cores(), machine.cpu(), machine.java());
        row(
                "Kafka",
                "%s, %s broker, %d partitions, %d stream threads",
                machine.kafka(),
                machine.broker(),
                machine.partitions(),
                machine.threads());
        throughput(report);
        steps(report.steps());
        latency(report.latency());
        memory(report.memory());
    }

    private void throughput(BenchReport report) {
        BenchReport.Throughput pass = report.passThrough();
        BenchReport.Enriched enriched = report.enriched();
        row(
                "pass-through",
                "%,.0f records/s  (%,d of %,d bytes in %.1f s)",
                pass.perSecond(),
                pass.records(),
                pass.recordBytes(),
                pass.seconds());
        row(
                "enriched",
                "%,.0f articles/s  (%,d of %,d bytes in %.1f s, after the warm-up)",
                enriched.perSecond(),
                enriched.articles(),
                enriched.rawBytes(),
                enriched.seconds());
        row(
                "",
                "with the warm-up %,d events, %,d duplicates, %,d resends, %,d dead letters; %d stream threads died",
                enriched.events(),
                enriched.duplicates(),
                enriched.resends(),
                enriched.deadLetters(),
                enriched.threadDeaths());
        row("ratio", "%.1f %%", report.ratio() * PERCENT);
        row("process CPU", "%.3f ms per article", enriched.processCpuMsPerArticle());
    }

    private void steps(BenchReport.Steps steps) {
        row("steps' CPU", "%.3f ms per article, of which", steps.sum());
        steps.cpuMsPerArticle().forEach((step, millis) -> row("", "%-18s %.4f ms", step, millis));
    }

    private void latency(BenchReport.Latency latency) {
        row(
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

    private void memory(BenchReport.Memory memory) {
        if (memory.rss() != null && memory.rssPeak() != null) {
            row("RSS", "%.0f MiB, peak %.0f MiB", memory.rss() / MIB, memory.rssPeak() / MIB);
        }
        row("heap", "%.0f MiB used of at most %.0f MiB", memory.heapUsed() / MIB, memory.heapMax() / MIB);
    }

    private void row(String name, String format, Object... values) {
        out.printf(Locale.ROOT, "%-14s %s%n", name, String.format(Locale.ROOT, format, values));
    }
}
