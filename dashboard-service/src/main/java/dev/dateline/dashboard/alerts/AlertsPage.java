package dev.dateline.dashboard.alerts;

import java.time.Instant;
import java.util.List;

/**
 * All that there is to say about alerts at one moment.
 *
 * @param alerts pending and firing, that which matters most first
 * @param ended those resolved last, the latest first
 * @param webhook null when none is set up
 */
public record AlertsPage(
        Instant at, List<RuleStatus> rules, List<Alert> alerts, List<Alert> ended, WebhookStatus webhook) {}
