package dev.dateline.standalone.bench;

import java.io.PrintWriter;

/** Ingest's figures as a table for people. */
public final class IngestTable {
    private final PrintWriter out;

    public IngestTable(PrintWriter out) {
        this.out = out;
    }

    public void print(IngestReport report) {
        FigureRows rows = new FigureRows(out);
        rows.machine(report.machine());
        rows.row(
                "Kafka",
                "%s, %s broker, %d partitions",
                report.machine().kafka(),
                report.machine().broker(),
                report.machine().partitions());
        load(rows, "single", report.single());
        load(rows, "batch", report.batch());
        rows.memory(report.memory());
    }

    private static void load(FigureRows rows, String name, IngestReport.Load load) {
        rows.row(
                name,
                "%,.0f articles/s  (%,d of %,d bytes in %.1f s, %,d in a request, %d connections)",
                load.perSecond(),
                load.articles(),
                load.articleBytes(),
                load.seconds(),
                load.itemsPerRequest(),
                load.connections());
        rows.row("", "CPU %.3f ms per article", load.cpuMsPerArticle());
        rows.row(
                "",
                "request p50 %.1f ms, p99 %.1f ms; answers by status: %s",
                load.p50Ms(),
                load.p99Ms(),
                load.statuses());
    }
}
