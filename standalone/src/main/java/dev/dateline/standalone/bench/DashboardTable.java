package dev.dateline.standalone.bench;

import java.io.PrintWriter;

/** The dashboard's figures as a table for people. */
public final class DashboardTable {
    private static final double MIB = 1 << 20;
    private static final double KIB = 1 << 10;

    private final PrintWriter out;

    public DashboardTable(PrintWriter out) {
        this.out = out;
    }

    public void print(DashboardReport report) {
        FigureRows rows = new FigureRows(out);
        rows.machine(report.machine());
        rows.row(
                "Kafka",
                "%s, %s broker, %d partitions",
                report.machine().kafka(),
                report.machine().broker(),
                report.machine().partitions());
        rows.row("events", "%.0f/s written", report.written());
        String cpuAndHeap = "CPU %5.1f %% of a core, heap %.1f MiB";
        rows.row("no dashboard", cpuAndHeap, report.cpuWithoutDashboard(), report.heapWithoutDashboard() / MIB);
        rows.row("no clients", cpuAndHeap, report.cpuWithoutClients(), report.heapWithoutClients() / MIB);
        rows.row("clients", cpuAndHeap, report.cpuWithClients(), report.heapWithClients() / MIB);
        rows.row("with slow ones", cpuAndHeap, report.cpuWithSlow(), report.heapWithSlow() / MIB);
        streams(rows, "clients", report.fastAlone());
        streams(rows, "beside slow", report.fastBesideSlow());
        streams(rows, "slow", report.slow());
        rows.row("skipped", "%,d events by the dashboard's own count", report.skippedByServer());
    }

    private static void streams(FigureRows rows, String name, DashboardReport.Streams seen) {
        rows.row(
                name,
                "%d streams: %,d events, %,d states, %.1f KiB/s each; %d gaps, %,d events skipped, %d unannounced",
                seen.clients(),
                seen.events(),
                seen.states(),
                seen.bytesPerSecond() / KIB,
                seen.gaps(),
                seen.skipped(),
                seen.unannounced());
        if (seen.p50Ms() != null) {
            rows.row("", "event p50 %.0f ms, p99 %.0f ms, max %.0f ms", seen.p50Ms(), seen.p99Ms(), seen.maxMs());
        }
    }
}
