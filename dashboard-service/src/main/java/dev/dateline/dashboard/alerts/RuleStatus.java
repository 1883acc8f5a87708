package dev.dateline.dashboard.alerts;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A rule and how it stands.
 *
 * @param threshold for people, with its unit; empty when the condition has none
 * @param note what to do; null for none
 * @param measured whether the last moment could be measured
 * @param leftOut alerts beyond the bound of one rule, which are only counted
 */
public record RuleStatus(
        String name,
        Condition condition,
        String threshold,
        @JsonProperty("for_seconds") long lasting,
        @JsonProperty("keep_firing_for_seconds") long keepFiring,
        Severity severity,
        String note,
        boolean measured,
        long pending,
        long firing,
        int leftOut) {

    static RuleStatus of(RuleWatch watch) {
        AlertRule rule = watch.rule();
        return new RuleStatus(
                rule.name(),
                rule.condition(),
                rule.shownThreshold(),
                rule.lasting().toSeconds(),
                rule.keepFiring().toSeconds(),
                rule.severity(),
                rule.note(),
                watch.known(),
                watch.count(AlertState.PENDING),
                watch.count(AlertState.FIRING),
                watch.leftOut());
    }
}
