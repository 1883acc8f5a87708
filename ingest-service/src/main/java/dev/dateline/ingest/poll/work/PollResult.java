package dev.dateline.ingest.poll.work;

import dev.dateline.ingest.poll.schedule.PollOutcome;

/**
 * What a poll has found, for the schedule and for subscriptions.
 *
 * @param hub where the feed can be subscribed to, or null
 * @param self what the feed calls itself, or null
 */
public record PollResult(PollOutcome outcome, String hub, String self) {
    static PollResult of(PollOutcome outcome) {
        return new PollResult(outcome, null, null);
    }
}
