package dev.dateline.dashboard.alerts;

import java.util.List;

/**
 * What the rules look at, as of one moment: a snapshot that does not change any more. A number that could not be measured is
 * {@link Double#NaN}; it neither raises an alert nor ends one.
 */
public interface Signals {
    /** Age in seconds of the oldest raw record that waits, over all instances; 0 when none waits. */
    double lagSeconds();

    /** By how many seconds the lag grows each second: least squares over the last five minutes. */
    double lagTrend();

    /** Sources silent for more than twice their longest pause of the day before, the worst first; those that ended are left out. */
    List<SilentSource> silentSources();

    /**
     * Raw records that the books do not account for: those in flight while neither {@code raw} nor {@code in_flight} has changed for a
     * minute, or booked more than once. 0 while work goes on.
     */
    double outOfBalance();

    /** Share, from 0 to 1, of the records settled in the last five minutes that became dead letters; 0 when none was settled. */
    double deadLetterShare();

    /** Mean of the last minute. */
    double eventsPerSecond();

    /** Instances that fell silent without saying goodbye and have not come back, as {@code instance_id/service}. */
    List<String> instancesGone();
}
