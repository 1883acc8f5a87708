package dev.dateline.standalone.bench;

import java.io.PrintWriter;
import java.util.Locale;

/** Rows of a name and its figures, and those rows that every report has. */
final class FigureRows {
    private static final double MIB = 1 << 20;

    private final PrintWriter out;

    FigureRows(PrintWriter out) {
        this.out = out;
    }

    void machine(Machine machine) {
        row("machine", "%d cores, %s, %s", machine.cores(), machine.cpu(), machine.java());
    }

    void memory(BenchReport.Memory memory) {
        if (memory.rss() != null && memory.rssPeak() != null) {
            row("RSS", "%.0f MiB, peak %.0f MiB", memory.rss() / MIB, memory.rssPeak() / MIB);
        }
        row("heap", "%.0f MiB used of at most %.0f MiB", memory.heapUsed() / MIB, memory.heapMax() / MIB);
    }

    void row(String name, String format, Object... values) {
        out.printf(Locale.ROOT, "%-14s %s%n", name, String.format(Locale.ROOT, format, values));
    }
}
