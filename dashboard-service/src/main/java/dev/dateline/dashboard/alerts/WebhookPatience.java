package dev.dateline.dashboard.alerts;

import java.time.Duration;

/**
 * How often a delivery is tried and how long the pauses are: each is twice the one before.
 *
 * @param attempts in all, at least one
 * @param longest bound of a pause, also of one that the receiver asks for
 * @param answer how long the receiver may take
 */
record WebhookPatience(int attempts, Duration first, Duration longest, Duration answer) {
    /** About nine minutes: a receiver may be restarted meanwhile. */
    static final WebhookPatience USUAL =
            new WebhookPatience(12, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofSeconds(10));

    /** Shifting further would leave the range of numbers. */
    private static final int MOST_DOUBLINGS = 30;

    /**
     * The pause after an attempt that failed.
     *
     * @param attempt from 1
     * @param asked what {@code Retry-After} asks for; null when it is not given
     * @param spread from 0 to 1, random: several that failed together do not come again together
     */
    Duration pause(int attempt, Duration asked, double spread) {
        long doubled = first.toMillis() << Math.min(attempt - 1, MOST_DOUBLINGS);
        long millis = (long) (Math.min(doubled, longest.toMillis()) * (0.5 + spread / 2));
        if (asked != null && asked.toMillis() > millis) {
            millis = Math.min(asked.toMillis(), longest.toMillis());
        }
        return Duration.ofMillis(Math.max(millis, 1));
    }
}
