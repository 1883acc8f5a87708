package dev.dateline.dashboard.alerts;

import java.util.List;

/** Signals of one moment; a healthy one to begin with. */
record Snapshot(
        double lagSeconds,
        double lagTrend,
        List<SilentSource> silentSources,
        double outOfBalance,
        double deadLetterShare,
        double eventsPerSecond,
        List<String> instancesGone)
        implements Signals {

    static final Snapshot HEALTHY = new Snapshot(0.2, 0, List.of(), 0, 0.01, 25, List.of());

    Snapshot lag(double seconds, double trend) {
        return new Snapshot(
                seconds, trend, silentSources, outOfBalance, deadLetterShare, eventsPerSecond, instancesGone);
    }

    Snapshot silent(SilentSource... sources) {
        return new Snapshot(
                lagSeconds, lagTrend, List.of(sources), outOfBalance, deadLetterShare, eventsPerSecond, instancesGone);
    }

    Snapshot unaccounted(double records) {
        return new Snapshot(
                lagSeconds, lagTrend, silentSources, records, deadLetterShare, eventsPerSecond, instancesGone);
    }

    Snapshot deadLetters(double share) {
        return new Snapshot(lagSeconds, lagTrend, silentSources, outOfBalance, share, eventsPerSecond, instancesGone);
    }

    Snapshot events(double perSecond) {
        return new Snapshot(
                lagSeconds, lagTrend, silentSources, outOfBalance, deadLetterShare, perSecond, instancesGone);
    }

    Snapshot gone(String... instances) {
        return new Snapshot(
                lagSeconds,
                lagTrend,
                silentSources,
                outOfBalance,
                deadLetterShare,
                eventsPerSecond,
                List.of(instances));
    }
}
