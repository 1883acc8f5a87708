package dev.dateline.ingest.poll.schedule;

import java.time.Duration;

/**
 * How often sources are polled.
 *
 * @param shortest between two polls of one source
 * @param longest the same, and the longest pause after failures
 * @param usual between the first polls of a source that says nothing of its rhythm
 * @param safety between two polls of a source whose hub delivers
 */
public record PollRules(Duration shortest, Duration longest, Duration usual, Duration safety) {
    /** Polls that fail one after the other until a source is left alone. */
    static final int BREAKER_OPENS_AFTER = 5;
    /** The least time it is then left alone. */
    static final Duration BREAKER_PAUSE = Duration.ofHours(6);
    /** Polls in a row which a permanent redirect must have answered before the old address is asked no more. */
    static final int MOVE_HOLDS_AFTER = 2;
    /** Failures in a row after which the declared address is asked again instead of the one it moved to. */
    static final int MOVE_ENDS_AFTER = 3;
    /** The most that Cache-Control may ask for: many servers give one figure to every file they have. */
    static final Duration MOST_FRESH = Duration.ofHours(1);
    /** Between two polls out of turn. */
    static final Duration OUT_OF_TURN = Duration.ofSeconds(30);

    Duration bounded(Duration interval) {
        Duration least = interval.compareTo(shortest) < 0 ? shortest : interval;
        return least.compareTo(longest) > 0 ? longest : least;
    }
}
