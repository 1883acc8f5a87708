package dev.dateline.ingest.http;

import dev.dateline.common.http.Problem;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.http.ProblemType;
import dev.dateline.common.model.RawArticle;
import dev.dateline.ingest.publish.Delivery;
import dev.dateline.ingest.publish.Publisher;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** What a single article and a line of a batch have in common: handing over, and what a refusal means to the client. */
final class Intake {
    /** A full buffer drains in fractions of this, once Kafka takes what is waiting. */
    private static final Duration RETRY_WHEN_BUSY = Duration.ofSeconds(1);
    /** Kafka's probe needs about this long to see the cluster again. */
    private static final Duration RETRY_WHEN_DOWN = Duration.ofSeconds(2);

    private final Publisher publisher;
    private final IngestMetrics metrics;

    Intake(Publisher publisher, IngestMetrics metrics) {
        this.publisher = publisher;
        this.metrics = metrics;
    }

    /** Hands over, unless the cluster is known to be away: then nobody has to wait for a timeout. */
    CompletableFuture<Delivery> publish(RawArticle article, String traceparent) {
        if (!publisher.health().isUp()) {
            return CompletableFuture.completedFuture(Delivery.refused(Delivery.Cause.UNREACHABLE));
        }
        long start = System.nanoTime();
        CompletableFuture<Delivery> delivery = publisher.publish(article, traceparent);
        return delivery.whenComplete((done, e) -> metrics.published(System.nanoTime() - start));
    }

    static ProblemException problem(Delivery.Refused refused) {
        return switch (refused.cause()) {
            case FULL ->
                new ProblemException(
                        Problem.of(
                                ProblemType.BUSY,
                                "the buffer for Kafka is full (dateline.ingest.buffer-bytes); this article was not accepted"),
                        RETRY_WHEN_BUSY);
            case UNREACHABLE ->
                new ProblemException(
                        Problem.of(
                                ProblemType.KAFKA_UNAVAILABLE,
                                "Kafka does not answer or lacks the topic, see /readyz; this article was not accepted"),
                        RETRY_WHEN_DOWN);
            case UNCONFIRMED ->
                new ProblemException(
                        Problem.of(
                                ProblemType.WRITE_UNCONFIRMED,
                                "this article may have been written; sending it again is safe, it counts as a resend"),
                        RETRY_WHEN_DOWN);
            case TOO_LARGE ->
                new ProblemException(
                        Problem.of(
                                ProblemType.TOO_LARGE,
                                "as JSON in UTF-8 this article is larger than a record of the topic may be (max.message.bytes)"));
        };
    }
}
