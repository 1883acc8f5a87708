package dev.dateline.dashboard.alerts;

import java.time.Duration;

/**
 * One rule.
 *
 * @param name lower-case words with hyphens between, unique
 * @param threshold in the unit of the condition: seconds, times, records, a share or events a second
 * @param lasting how long the condition has to hold before the alert fires
 * @param keepFiring how long it must not hold before a firing alert is resolved
 * @param note what to do, in the words of whoever runs the place; null for none
 */
public record AlertRule(
        String name,
        Condition condition,
        double threshold,
        Duration lasting,
        Duration keepFiring,
        Severity severity,
        String note) {

    /** As a number literal of PromQL. */
    String plainThreshold() {
        return Decimals.exact(threshold);
    }

    /** The threshold for people; empty when the condition has none. */
    public String shownThreshold() {
        return condition.threshold().show(threshold);
    }
}
