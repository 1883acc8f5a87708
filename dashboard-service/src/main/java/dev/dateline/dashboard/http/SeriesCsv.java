package dev.dateline.dashboard.http;

import dev.dateline.common.wire.Json;
import dev.dateline.dashboard.series.SeriesWindow;
import java.time.Instant;
import java.util.List;

/** Figures as a table (RFC 4180): a line for each step, an empty field where nothing is known. */
final class SeriesCsv {
    private SeriesCsv() {}

    static String of(SeriesWindow window) {
        StringBuilder table = new StringBuilder("time");
        window.values().keySet().forEach(name -> table.append(',').append(quoted(name)));
        table.append("\r\n");
        int steps = window.values().values().stream().mapToInt(List::size).max().orElse(0);
        for (int step = 0; step < steps; step++) {
            table.append(Json.iso(Instant.ofEpochSecond(window.start() + (long) step * window.stepSeconds())));
            for (List<Double> column : window.values().values()) {
                table.append(',');
                if (column.get(step) != null) {
                    table.append(column.get(step).doubleValue());
                }
            }
            table.append("\r\n");
        }
        return table.toString();
    }

    /** A step's name comes from a record. */
    private static String quoted(String name) {
        return name.matches("[\\w.-]+") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
