package dev.dateline.dashboard.alerts;

import java.time.Instant;

/**
 * How deliveries go, since the start.
 *
 * @param receiver scheme, host and port alone: paths may hold secrets
 * @param waiting deliveries that wait, with the one under way
 * @param delivered acknowledged with 2xx
 * @param failed given up
 * @param dropped left out because too many waited
 * @param lastDeliveredAt null before the first
 * @param lastError what the last attempt that failed met; null when the last attempt went well
 */
public record WebhookStatus(
        String receiver,
        int waiting,
        long delivered,
        long failed,
        long dropped,
        Instant lastDeliveredAt,
        String lastError) {}
