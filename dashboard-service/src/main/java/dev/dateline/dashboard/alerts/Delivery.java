package dev.dateline.dashboard.alerts;

import dev.dateline.common.wire.Json;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One message to the receiver: alerts that fired or were resolved at the same moment.
 *
 * @param id the same for every attempt, so that the receiver can tell what it has
 */
@SuppressWarnings("ArrayRecordComponent") // deliveries are never compared
record Delivery(String id, byte[] body) {
    /** Keeps a body far below what receivers take. */
    static final int MOST_ALERTS = 50;

    /**
     * The body.
     *
     * @param data as {@code GET /v1/alerts} shows them
     */
    private record Message(String type, Instant timestamp, Data data) {}

    private record Data(String dashboard, List<Alert> alerts) {}

    /** Throws {@link IllegalArgumentException} when there are more than {@link #MOST_ALERTS}. */
    static Delivery of(String dashboard, Instant at, List<Alert> alerts) {
        if (alerts.size() > MOST_ALERTS) {
            throw new IllegalArgumentException("a delivery has at most " + MOST_ALERTS + " alerts");
        }
        Message message = new Message("dateline.alerts", at, new Data(dashboard, alerts));
        return new Delivery("msg_" + UUID.randomUUID(), Json.bytes(message));
    }
}
