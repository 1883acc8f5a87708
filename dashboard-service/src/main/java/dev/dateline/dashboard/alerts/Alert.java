package dev.dateline.dashboard.alerts;

import java.time.Instant;

/**
 * One alert at one moment.
 *
 * @param id the same from pending to resolved
 * @param rule the rule's name
 * @param subject the source or instance it is about; null when it is about the whole
 * @param value as it was measured last while the condition held, in the unit of the rule's condition
 * @param summary one line, without markup
 * @param note what to do, from the rule; null for none
 * @param page the dashboard's page that shows more
 * @param since when the condition began to hold
 * @param firedAt when it had held for long enough; null while pending
 * @param endedAt when it was resolved; null before
 */
public record Alert(
        String id,
        String rule,
        String subject,
        AlertState state,
        Severity severity,
        double value,
        String summary,
        String note,
        String page,
        Instant since,
        Instant firedAt,
        Instant endedAt) {}
