package dev.dateline.ingest.poll.source;

import dev.dateline.common.http.Problem;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.http.ProblemType;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Holds requests back until the topics of sources have been read: before that, a source could seem not to exist. */
public final class SourceReading {
    /** Right after a start there is little left to read, so that waiting is kinder than an error. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private SourceReading() {}

    /**
     * Waits until a view is complete.
     *
     * @throws ProblemException when that takes longer than a request should
     */
    public static void await(SourceView view) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!view.isComplete()) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                throw new ProblemException(
                        Problem.of(
                                ProblemType.KAFKA_UNAVAILABLE,
                                "the topics of sources have not been read yet; is Kafka up, and was `dateline topics apply` run?"),
                        RETRY);
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }
}
