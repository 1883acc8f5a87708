package dev.dateline.ingest.publish;

import dev.dateline.common.model.RawArticle;
import dev.dateline.common.runtime.Health;
import java.util.concurrent.CompletableFuture;

/** Where accepted articles go. */
public interface Publisher extends AutoCloseable {
    /**
     * Hands one article over. The future completes in bounded time, never exceptionally, and possibly on a thread which must not
     * be held up; a refusal for lack of room or of a cluster is usually complete at once.
     *
     * @param article complete, with its id and time of receipt
     * @param traceparent the caller's trace (W3C Trace Context), or null to start one
     */
    CompletableFuture<Delivery> publish(RawArticle article, String traceparent);

    /** Whether an article handed over now has a chance. */
    Health health();

    /** Sends what is buffered, for a bounded time, then stops; idempotent. */
    @Override
    void close();
}
