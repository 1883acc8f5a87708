package dev.dateline.dashboard.verdict;

import dev.dateline.common.runtime.Health;
import dev.dateline.dashboard.series.Metric;
import dev.dateline.dashboard.series.QuietSource;
import dev.dateline.dashboard.series.Series;
import dev.dateline.dashboard.view.DashboardView;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** Looks once a second; in between everybody gets the same answer. */
public final class Watch {
    private static final int FIVE_MINUTES = 300;
    private static final int MINUTE = 60;
    /** Some seconds, so that a late message is no drop to zero. */
    private static final int PRESENT = 5;

    private final InstantSource clock;
    private final DashboardView view;
    private final Series series;
    private final Supplier<List<QuietSource>> silent;
    private final Supplier<List<Reason>> firing;
    private final Supplier<Health> reading;
    private final Balance balance = new Balance();
    private volatile Situation situation;
    private volatile Verdict verdict;

    /**
     * A watch that has looked once.
     *
     * @param silent sources that are silent for longer than they use to be
     * @param firing what alerts say
     * @param reading whether the topics are read
     */
    public Watch(
            InstantSource clock,
            DashboardView view,
            Series series,
            Supplier<List<QuietSource>> silent,
            Supplier<List<Reason>> firing,
            Supplier<Health> reading) {
        this.clock = clock;
        this.view = view;
        this.series = series;
        this.silent = silent;
        this.firing = firing;
        this.reading = reading;
        look();
    }

    /** To be called once a second by one thread. */
    public void look() {
        Situation now = situation();
        verdict = Judge.judge(now, firing.get());
        situation = now;
    }

    private Situation situation() {
        double dead = overFiveMinutes(Metric.DEAD_LETTERS);
        double settled = dead
                + overFiveMinutes(Metric.EVENTS)
                + overFiveMinutes(Metric.DUPLICATES)
                + overFiveMinutes(Metric.RESENDS);
        return new Situation(
                reading.get(),
                series.silence(),
                series.fleet(),
                latest(series.last(Metric.LAG_SECONDS, PRESENT)),
                Trend.of(series.last(Metric.LAG_SECONDS, FIVE_MINUTES)),
                balance.unaccounted(clock.instant(), view.totals()),
                settled,
                settled > 0 ? Math.max(0, Math.min(1, dead / settled)) : 0,
                series.mean(Metric.EVENTS, MINUTE),
                silent.get(),
                view.unreadableByTopic());
    }

    private static double latest(double[] values) {
        for (int i = values.length - 1; i >= 0; i--) {
            if (!Double.isNaN(values[i])) {
                return values[i];
            }
        }
        return Double.NaN;
    }

    /**
     * Per second over all of the five minutes: seconds of which nothing is known add nothing, so that the first few records after a start
     * don't stand for the whole. Records that are refused settle first.
     */
    private double overFiveMinutes(Metric metric) {
        return Arrays.stream(series.last(metric, FIVE_MINUTES))
                        .filter(value -> !Double.isNaN(value))
                        .sum()
                / FIVE_MINUTES;
    }

    /** What was seen at the last look. */
    public Situation latest() {
        return situation;
    }

    /** What it means. */
    public Verdict verdict() {
        return verdict;
    }
}
