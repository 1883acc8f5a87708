package dev.dateline.dashboard.series;

import dev.dateline.common.model.LedgerLine;
import dev.dateline.common.model.Telemetry;
import dev.dateline.dashboard.view.Feed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The figures over time, the instances and the rhythm of the sources. One thread feeds it with what arrives, another one may feed it with
 * the past; each method is atomic. Times are those that the instances gave their records: their clocks should be in step.
 */
public final class Series implements Feed {
    /** Seconds after which every instance has told of a second. */
    private static final int SETTLED = 2;
    /** Over which steps are averaged for what is shown as the present. */
    private static final int PRESENT = 10;
    /** A clock may be ahead of ours by so much. */
    private static final Duration AHEAD = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final Timeline timeline = new Timeline();
    private final Fleet fleet = new Fleet();
    private final Lives lives = new Lives();
    private final Rhythms rhythms;
    /** Reads what arrives; then also what came before it. */
    private final Recorder live;
    /** While what lay on the ledger before is read, nobody knows when it came. */
    private boolean replaying = true;

    /**
     * Figures of which nothing is known yet.
     *
     * @param maxSources whose rhythm is watched
     */
    public Series(InstantSource clock, int maxSources) {
        this.clock = clock;
        this.rhythms = new Rhythms(maxSources);
        this.live = recorder();
    }

    private Recorder recorder() {
        return new Recorder(
                timeline, new Arrivals((sourceId, at, count) -> rhythms.accepted(sourceId, notAhead(at), count)));
    }

    @Override
    public synchronized void startReplay() {
        replaying = true;
    }

    @Override
    public synchronized void caughtUp() {
        replaying = false;
    }

    @Override
    public synchronized void telemetry(Telemetry telemetry) {
        fleet.heard(telemetry, clock.instant());
        record(live, telemetry);
    }

    private void record(Recorder recorder, Telemetry telemetry) {
        Instant at = notAhead(Objects.requireNonNull(telemetry.at(), "at"));
        recorder.record(telemetry, at);
        lives.heard(telemetry, at);
    }

    private Instant notAhead(Instant at) {
        Instant latest = clock.instant().plus(AHEAD);
        return at.isAfter(latest) ? latest : at;
    }

    @Override
    public synchronized void ledger(String key, LedgerLine line) {
        if (line != null && line.updatedAt() != null) {
            rhythms.booked(key, line.sourceId(), line.raw(), notAhead(line.updatedAt()), !replaying);
        }
    }

    /** For records from before what {@link #telemetry} was given: hours, the youngest first, each from its beginning. */
    public Past past() {
        return new Past();
    }

    /** The past, as it is read. */
    public final class Past {
        private Recorder hour = recorder();

        private Past() {}

        /** The next record of an hour. */
        public void telemetry(Telemetry telemetry) {
            synchronized (Series.this) {
                record(hour, telemetry);
            }
        }

        /** An hour was read; the one before it follows. */
        public void hourIsRead() {
            synchronized (Series.this) {
                live.precededBy(hour);
                hour = recorder();
            }
        }
    }

    /**
     * Figures over a time, by the second where that is kept and no longer than an hour, else by the minute. What lies before the reach of
     * a day, and after now, is left out; a step that does not exist has no value.
     */
    public synchronized SeriesWindow window(List<SeriesName> names, Instant from, Instant to) {
        long now = clock.instant().getEpochSecond();
        long end = Math.min(to.getEpochSecond(), now);
        Resolution resolution = Resolution.of(from.getEpochSecond(), end, now);
        int width = resolution.width();
        long start = Math.floorDiv(Math.max(from.getEpochSecond(), now - resolution.reach()), width) * width;
        Map<String, List<Double>> values = new LinkedHashMap<>();
        for (SeriesName name : names) {
            Timeline.Line line = timeline.line(name, resolution);
            List<Double> column = new ArrayList<>();
            for (long second = start; second <= end; second += width) {
                column.add(line == null ? null : Rounded.of(line.at(second)));
            }
            values.put(name.wireName(), column);
        }
        return new SeriesWindow(width, start, values);
    }

    /** The values of the last second that every instance has told of, by metric; null where nothing is known. */
    public synchronized Map<String, Double> present() {
        long second = settled();
        Map<String, Double> present = new LinkedHashMap<>();
        for (Metric metric : Metric.values()) {
            present.put(metric.wireName(), Rounded.of(line(metric).at(second)));
        }
        return present;
    }

    /** What each step does at present, by name. */
    public synchronized List<StepFigures> steps() {
        long second = settled();
        return timeline.steps().stream()
                .map(step -> timeline.figures(step, second - PRESENT + 1, second))
                .toList();
    }

    /** The mean of the seconds that are known of the last ones; not a number when none is. */
    public synchronized double mean(Metric metric, int seconds) {
        long second = settled();
        return Timeline.mean(line(metric), second - seconds + 1, second);
    }

    /** The last seconds, oldest first; not a number where nothing is known. */
    public synchronized double[] last(Metric metric, int seconds) {
        Timeline.Line line = line(metric);
        long first = settled() - seconds + 1;
        double[] values = new double[seconds];
        for (int i = 0; i < seconds; i++) {
            values[i] = line.at(first + i);
        }
        return values;
    }

    private Timeline.Line line(Metric metric) {
        return timeline.line(new SeriesName(metric, null, null), Resolution.SECONDS);
    }

    private long settled() {
        return clock.instant().getEpochSecond() - SETTLED;
    }

    /** Everybody who runs, and everybody who fell silent and was not replaced. */
    public synchronized List<FleetMember> fleet() {
        return fleet.members();
    }

    /** How long nothing was heard of anybody; empty when nothing ever was. */
    public synchronized Optional<Duration> silence() {
        return fleet.silence(clock.instant());
    }

    /** The description of the topology that was published last, by Kafka Streams; empty when none was. */
    public synchronized Optional<String> topology() {
        return Optional.ofNullable(fleet.topology());
    }

    /** What to draw on charts, oldest first, at most {@value Lives#MOST_MARKS}. */
    public synchronized List<Mark> marks() {
        return lives.marks(clock.instant());
    }

    /** How much a source sends. */
    public synchronized SourcePace pace(String sourceId) {
        return rhythms.pace(sourceId, clock.instant());
    }

    /** Sources that are silent for longer than they usually are, the longest in proportion first. */
    public synchronized List<QuietSource> quietSources() {
        return rhythms.quiet(clock.instant());
    }
}
