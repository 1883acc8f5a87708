package dev.dateline.dashboard.series;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The figures that are kept over time. Those that are a rate are per second. How the instances' values become one is in {@link Combine};
 * a minute is the mean of the seconds that are known, or the highest of them where the highest value of the instances counts.
 */
public enum Metric {
    /** Raw records that the books took in, per second. */
    RAW(Combine.SUM),
    /** Raw records that became events, per second; below zero while events turn out to be copies. */
    EVENTS(Combine.SUM),
    /** Raw records that became copies, per second. */
    DUPLICATES(Combine.SUM),
    /** Raw records that told nothing new, per second. */
    RESENDS(Combine.SUM),
    /** Raw records that became dead letters, per second. */
    DEAD_LETTERS(Combine.SUM),
    /** Records that wait on the partitions which enrich reads. */
    LAG_RECORDS(Combine.SUM),
    /** How long the partition that is furthest behind is behind, seconds. */
    LAG_SECONDS(Combine.MAX),
    /** The time from receipt to the event that half of the events stay below, milliseconds. */
    P50_MS(Combine.HISTOGRAM),
    /** The same for 99 of 100. */
    P99_MS(Combine.HISTOGRAM),
    /** Raw records read and not settled. */
    IN_FLIGHT(Combine.MAX),
    /** Sources that are silent for longer than they usually are. */
    SILENT_SOURCES(Combine.MAX),
    /** CPUs busy, over all processes: 1 is one of them fully. */
    CPU(Combine.SUM);

    /** How the values of several instances in one second become one. */
    enum Combine {
        SUM,
        MAX,
        /** Read from the merged histograms. */
        HISTOGRAM
    }

    private final Combine combine;

    Metric(Combine combine) {
        this.combine = combine;
    }

    Combine combine() {
        return combine;
    }

    /** As in addresses and answers, for example {@code lag_seconds}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The metric with this name in addresses and answers. */
    public static Optional<Metric> named(String wireName) {
        return Arrays.stream(values())
                .filter(metric -> metric.wireName().equals(wireName))
                .findFirst();
    }

    static List<Metric> kept(Combine... ways) {
        List<Combine> wanted = List.of(ways);
        return Arrays.stream(values())
                .filter(metric -> wanted.contains(metric.combine))
                .toList();
    }
}
