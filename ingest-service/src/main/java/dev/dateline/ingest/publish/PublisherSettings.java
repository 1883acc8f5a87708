package dev.dateline.ingest.publish;

import dev.dateline.common.config.Settings;
import java.time.Duration;

/**
 * How much is held for Kafka, and for how long.
 *
 * @param bufferBytes articles not yet acknowledged, in bytes
 * @param waitForRoom how long a full buffer is waited for before the answer is "busy"
 * @param answerWithin how long a client waits at most for its answer
 * @param silentAfter how long Kafka may acknowledge nothing of all that waits before clients are answered "unconfirmed"
 */
public record PublisherSettings(long bufferBytes, Duration waitForRoom, Duration answerWithin, Duration silentAfter) {
    private static final long LEAST_BUFFER = 8L << 20; // twice the largest record
    private static final long MOST_BUFFER = 4L << 30;

    /** Reads the service's section, {@code dateline.ingest}. */
    public static PublisherSettings from(Settings ingest) {
        return new PublisherSettings(
                ingest.bytes("buffer-bytes", LEAST_BUFFER, MOST_BUFFER),
                ingest.duration("wait-for-room", Duration.ofMillis(1), Duration.ofSeconds(1)),
                ingest.duration("answer-within", Duration.ofSeconds(2), Duration.ofMinutes(5)),
                ingest.duration("silent-after", Duration.ofMillis(500), Duration.ofMinutes(5)));
    }

    /** From handing over to the last attempt's end: what is left of the answer's time once room was found. */
    Duration deliverWithin() {
        return answerWithin.minus(waitForRoom).minusMillis(500);
    }
}
