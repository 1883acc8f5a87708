package dev.dateline.dashboard.alerts;

import dev.dateline.dashboard.series.FleetMember;
import dev.dateline.dashboard.series.QuietSource;
import dev.dateline.dashboard.verdict.Situation;
import java.util.List;
import java.util.Optional;

/** The situation that verdicts are made from, so that a verdict and an alert never differ about what was measured. */
public record SituationSignals(Situation situation) implements Signals {
    private static final double MILLIS = 1000;

    /** Empty while the topics are not read: what else is known is old then. */
    public static Optional<Signals> of(Situation situation) {
        return situation.reading().isUp() ? Optional.of(new SituationSignals(situation)) : Optional.empty();
    }

    @Override
    public double lagSeconds() {
        return situation.lagSeconds();
    }

    @Override
    public double lagTrend() {
        return situation.lagTrend();
    }

    @Override
    public List<SilentSource> silentSources() {
        return situation.quiet().stream().map(SituationSignals::silent).toList();
    }

    private static SilentSource silent(QuietSource source) {
        return new SilentSource(
                source.sourceId(),
                source.silent().toMillis() / MILLIS,
                source.longestPause().toMillis() / MILLIS);
    }

    @Override
    public double outOfBalance() {
        return Math.abs(situation.unaccounted());
    }

    @Override
    public double deadLetterShare() {
        return situation.tellingDeadLetterShare();
    }

    @Override
    public double eventsPerSecond() {
        return situation.eventsPerSecond();
    }

    @Override
    public List<String> instancesGone() {
        return situation.gone().stream().map(FleetMember::instance).toList();
    }
}
