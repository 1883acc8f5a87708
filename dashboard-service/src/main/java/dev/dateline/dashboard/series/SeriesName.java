package dev.dateline.dashboard.series;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The name of a figure over time: that of a metric, or {@code step.<step>.<rate|errors|p99_ms>}.
 *
 * @param metric null for a figure of a step
 * @param step null for a metric
 * @param figure null for a metric
 */
public record SeriesName(Metric metric, String step, Figure figure) {
    private static final String STEP = "step.";
    private static final int MAX_LENGTH = 120;

    /** What is known of a step. */
    public enum Figure {
        /** Records that it was given, per second. */
        RATE,
        /** Records that it refused or failed on, per second. */
        ERRORS,
        /** The time that 99 of 100 records stay below, milliseconds. */
        P99_MS;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Empty when it is no name. Whether there is such a step is another question. */
    public static Optional<SeriesName> parse(String text) {
        Optional<Metric> metric = Metric.named(text);
        if (metric.isPresent()) {
            return metric.map(found -> new SeriesName(found, null, null));
        }
        int dot = text.lastIndexOf('.');
        if (!text.startsWith(STEP) || dot <= STEP.length() || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        return Arrays.stream(Figure.values())
                .filter(figure -> figure.wireName().equals(text.substring(dot + 1)))
                .findFirst()
                .map(figure -> new SeriesName(null, text.substring(STEP.length(), dot), figure));
    }

    /** The names of the metrics, for people. */
    public static String known() {
        return Arrays.stream(Metric.values()).map(Metric::wireName).collect(Collectors.joining(", "));
    }

    /** As in addresses and answers. */
    public String wireName() {
        return metric != null ? metric.wireName() : STEP + step + "." + figure.wireName();
    }
}
