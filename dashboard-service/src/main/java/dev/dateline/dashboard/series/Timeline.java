package dev.dateline.dashboard.series;

import dev.dateline.common.model.StepCounts;
import dev.dateline.common.model.StreamsState;
import dev.dateline.common.model.Telemetry;
import dev.dateline.common.telemetry.Histogram;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The rings of all figures. Says how a record of telemetry changes them; when it does is {@link Recorder}'s. */
final class Timeline {
    /** Steps beyond these are left out: their names are in the source code, so nobody has as many. */
    static final int MAX_STEPS = 64;

    private static final double MILLIS = 1_000;
    private static final double HALF = 0.5;
    private static final double NINETY_NINE = 0.99;

    private final Map<Metric, Resolution.Pair<Ring>> rings = new EnumMap<>(Metric.class);
    private final Resolution.Pair<HistogramRing> endToEnd = Resolution.Pair.of(HistogramRing::new);
    private final Map<String, StepLine> steps = new TreeMap<>();

    /** The figures of one step. */
    private static final class StepLine {
        private final Resolution.Pair<Ring> rate = sums();
        private final Resolution.Pair<Ring> errors = sums();
        private final Resolution.Pair<HistogramRing> took = Resolution.Pair.of(HistogramRing::new);

        private static Resolution.Pair<Ring> sums() {
            return Resolution.Pair.of((count, width) -> new Ring(count, width, Metric.Combine.SUM));
        }
    }

    Timeline() {
        for (Metric metric : Metric.kept(Metric.Combine.SUM, Metric.Combine.MAX)) {
            rings.put(metric, Resolution.Pair.of((count, width) -> new Ring(count, width, metric.combine())));
        }
    }

    /** What an instance says of itself: its lag, its steps, its latency. */
    void instance(Track.Advance<Telemetry> advance) {
        Telemetry now = advance.now();
        if (now.streams() != null) {
            lag(advance, now.streams());
        }
        Map<String, Double> counters = Objects.requireNonNullElse(now.counters(), Map.of());
        present(advance, Metric.IN_FLIGHT, counters);
        present(advance, Metric.SILENT_SOURCES, counters);
        if (advance.before() == null) {
            return;
        }
        if (now.endToEnd() != null) {
            durations(
                    endToEnd,
                    advance,
                    Histogram.millis(now.endToEnd())
                            .minus(Histogram.millis(advance.before().endToEnd())));
        }
        Map<String, StepCounts> before = new TreeMap<>();
        steps(advance.before()).forEach(step -> before.put(step.step(), step));
        steps(now).forEach(step -> step(advance, before.get(step.step()), step));
    }

    private static Stream<StepCounts> steps(Telemetry telemetry) {
        return Objects.requireNonNullElse(telemetry.steps(), List.<StepCounts>of()).stream()
                .filter(step -> step.step() != null && !step.step().isEmpty());
    }

    private void present(Track.Advance<?> advance, Metric metric, Map<String, Double> counters) {
        Double value = counters.get(Flows.counter(metric));
        if (value != null) {
            add(advance, metric, value);
        }
    }

    private void lag(Track.Advance<?> advance, StreamsState streams) {
        List<StreamsState.Partition> known =
                Objects.requireNonNullElse(streams.tasks(), List.<StreamsState.Task>of()).stream()
                        .flatMap(task ->
                                Objects.requireNonNullElse(task.partitions(), List.<StreamsState.Partition>of())
                                        .stream())
                        .filter(partition -> partition.lag() != null && partition.lagMs() != null)
                        .toList();
        if (!known.isEmpty()) {
            add(advance, Metric.LAG_RECORDS, (double)
                    known.stream().mapToLong(StreamsState.Partition::lag).sum());
            add(
                    advance,
                    Metric.LAG_SECONDS,
                    known.stream()
                                    .mapToLong(StreamsState.Partition::lagMs)
                                    .max()
                                    .orElse(0)
                            / MILLIS);
        }
    }

    private void step(Track.Advance<?> advance, StepCounts before, StepCounts now) {
        StepLine line = steps.get(now.step());
        if (line == null) {
            if (steps.size() == MAX_STEPS) {
                return;
            }
            line = new StepLine();
            steps.put(now.step(), line);
        }
        long inBefore = before == null ? 0 : before.in();
        long failedBefore = before == null ? 0 : before.rejected() + before.errors();
        add(line.rate, advance, advance.rate(inBefore, now.in()));
        add(line.errors, advance, advance.rate(failedBefore, now.rejected() + now.errors()));
        durations(
                line.took,
                advance,
                Histogram.micros(now.took()).minus(Histogram.micros(before == null ? null : before.took())));
    }

    /** The totals of the books. */
    void books(Track.Advance<Map<Metric, Double>> advance) {
        if (advance.before() != null) {
            advance.now()
                    .forEach((metric, total) ->
                            add(advance, metric, advance.rate(advance.before().get(metric), total)));
        }
    }

    /**
     * The process of one or more services.
     *
     * @param advance CPU milliseconds
     */
    void process(Track.Advance<Long> advance) {
        if (advance.before() != null) {
            add(
                    advance,
                    Metric.CPU,
                    advance.rate(advance.before().longValue(), advance.now().longValue()) / MILLIS);
        }
    }

    private void add(Track.Advance<?> advance, Metric metric, double value) {
        add(rings.get(metric), advance, value);
    }

    private static void add(Resolution.Pair<Ring> rings, Track.Advance<?> advance, double value) {
        for (long second = advance.fromSecond(); second <= advance.toSecond(); second++) {
            rings.seconds().add(second, value);
            rings.minutes().add(second, value);
        }
    }

    /** All of them in the last second: a part of a duration can't be counted. */
    private static void durations(Resolution.Pair<HistogramRing> rings, Track.Advance<?> advance, Histogram durations) {
        rings.seconds().add(advance.toSecond(), durations.counts());
        rings.minutes().add(advance.toSecond(), durations.counts());
    }

    /** Values by second since the epoch, not a number where nothing is known. */
    interface Line {
        double at(long epochSecond);
    }

    /** What a name stands for; null when there is no such figure, or not yet. */
    Line line(SeriesName name, Resolution resolution) {
        if (name.metric() != null) {
            return switch (name.metric()) {
                case P50_MS -> percentile(endToEnd.of(resolution), Histogram::millis, HALF);
                case P99_MS -> percentile(endToEnd.of(resolution), Histogram::millis, NINETY_NINE);
                default -> rings.get(name.metric()).of(resolution)::at;
            };
        }
        StepLine step = steps.get(name.step());
        if (step == null) {
            return null;
        }
        return switch (name.figure()) {
            case RATE -> step.rate.of(resolution)::at;
            case ERRORS -> step.errors.of(resolution)::at;
            case P99_MS -> {
                Line micros = percentile(step.took.of(resolution), Histogram::micros, NINETY_NINE);
                yield second -> micros.at(second) / MILLIS;
            }
        };
    }

    private static Line percentile(HistogramRing ring, Function<List<Long>, Histogram> unit, double share) {
        return second -> ring.at(second, unit).percentile(share);
    }

    /**
     * A step over some seconds.
     *
     * @return null when nothing is known of it
     */
    StepFigures figures(String name, long fromSecond, long toSecond) {
        StepLine step = steps.get(name);
        if (step == null) {
            return null;
        }
        double rate = mean(step.rate.seconds()::at, fromSecond, toSecond);
        double errors = mean(step.errors.seconds()::at, fromSecond, toSecond);
        double p99 = step.took
                        .seconds()
                        .over(fromSecond, toSecond, Histogram::micros)
                        .percentile(NINETY_NINE)
                / MILLIS;
        return StepFigures.of(name, rate, errors, p99);
    }

    List<String> steps() {
        return List.copyOf(steps.keySet());
    }

    static double mean(Line line, long fromSecond, long toSecond) {
        double sum = 0;
        int known = 0;
        for (long second = fromSecond; second <= toSecond; second++) {
            double value = line.at(second);
            if (!Double.isNaN(value)) {
                sum += value;
                known++;
            }
        }
        return known == 0 ? Double.NaN : sum / known;
    }
}
