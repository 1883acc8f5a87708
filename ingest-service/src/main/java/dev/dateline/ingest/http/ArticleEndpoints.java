package dev.dateline.ingest.http;

import dev.dateline.common.http.Endpoints;
import dev.dateline.common.http.Problem;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.http.ProblemType;
import dev.dateline.common.model.RawArticle;
import dev.dateline.common.runtime.DaemonThreads;
import dev.dateline.common.wire.CloudEvents;
import dev.dateline.common.wire.Json;
import dev.dateline.ingest.formats.BatchReader;
import dev.dateline.ingest.formats.Formats;
import dev.dateline.ingest.publish.Delivery;
import dev.dateline.ingest.publish.Publisher;
import dev.dateline.ingest.read.ArticleRules;
import dev.dateline.ingest.read.Document;
import io.javalin.config.RoutesConfig;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * {@code POST /v1/articles} and {@code POST /v1/articles:batch}. "Accepted" is said after Kafka acknowledged the write, never before.
 *
 * <p>A single article is a document of any format that {@link Formats} reads, with one article in it. The query may say what the
 * document does not: {@code ?source=} who delivers, {@code ?id=} its id there, {@code ?url=} (or {@code Content-Location}) where it is
 * from. Answer: 202 with the article's id, reader, topic, partition and offset. An {@code Idempotency-Key} becomes the
 * {@code provider_id} of an article that has neither that nor a URL, so that a retry, even of a text that was mended in between, is
 * the same article downstream.
 *
 * <p>A batch is whatever {@link BatchReader} reads: NDJSON, a JSON array, a feed, a news message. Answer: 200 with one item per article
 * in order, see {@link BatchAnswer}; or a problem with the items so far, when it ended early. {@code Idempotency-Key} has no meaning
 * for a batch: its articles identify themselves. Resends are not looked for here, within a batch or across; enrich does that, with all
 * that ever arrived in view.
 */
public final class ArticleEndpoints implements Endpoints, AutoCloseable {
    private static final int ANSWER_THREADS = 4;
    private static final Duration RETRY_BATCH = Duration.ofSeconds(1);

    private final Formats formats;
    private final BatchReader batchReader;
    private final BodyLimits limits;
    private final IngestMetrics metrics;
    private final Clock clock;
    private final Intake intake;
    private final Semaphore batches;
    /**
     * Writes the answers of single articles, because the producer's own thread must not wait for a slow client. Its queue is bounded
     * by the requests that wait, and these by the producer's buffer.
     */
    private final ExecutorService answers =
            Executors.newFixedThreadPool(ANSWER_THREADS, DaemonThreads.named("ingest-answer"));

    public ArticleEndpoints(
            Formats formats, BodyLimits limits, Publisher publisher, IngestMetrics metrics, Clock clock) {
        this.formats = formats;
        this.batchReader =
                new BatchReader(formats, limits.maxArticleBytes(), limits.maxDocumentBytes(), limits.maxBatchBytes());
        this.limits = limits;
        this.metrics = metrics;
        this.clock = clock;
        this.intake = new Intake(publisher, metrics);
        this.batches = new Semaphore(limits.maxBatches());
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/v1/articles", this::single);
        routes.post("/v1/articles:batch", this::batch);
    }

    private void single(Context context) {
        RawArticle article = counted(() -> admit(context));
        String traceparent = context.header(CloudEvents.TRACEPARENT);
        context.future(() -> intake.publish(article, traceparent)
                .thenAcceptAsync(delivery -> answer(context, article, delivery), answers));
    }

    private RawArticle admit(Context context) {
        Document head;
        String retryKey;
        RequestBody opened;
        try {
            head = ArticleRequest.ofOne(context);
            retryKey = ArticleRequest.retryKey(context);
            if (!formats.takes(head.type())) {
                throw formats.unsupported();
            }
            opened = RequestBody.open(context, limits.maxArticleBytes(), BodyLimits.MAX_ARTICLE);
        } catch (ProblemException e) {
            RequestBody.discard(context);
            throw e;
        }
        try (RequestBody body = opened) {
            RawArticle draft = formats.readOne(head.withBytes(body.readAllBytes()));
            RawArticle article = ArticleRules.admit(draft, head.type().name(), clock.instant(), retryKey);
            AccessFilter.caller(context).send(article.sourceId());
            return article;
        } catch (IOException e) {
            throw new UncheckedIOException("a request's body throws problems only", e);
        }
    }

    private void answer(Context context, RawArticle article, Delivery delivery) {
        if (delivery instanceof Delivery.Refused refused) {
            ProblemException problem = Intake.problem(refused);
            metrics.refused(article.sourceId(), problem.problem());
            throw problem;
        }
        metrics.accepted(article.sourceId());
        context.status(HttpStatus.ACCEPTED)
                .json(Receipt.of(article.articleId(), article.reader(), (Delivery.Written) delivery));
    }

    private void batch(Context context) {
        Document head = counted(() -> batchHead(context));
        RequestBody opened = counted(() -> openBatch(context));
        Batch batch = new Batch(
                intake, metrics, clock, limits, AccessFilter.caller(context), context.header(CloudEvents.TRACEPARENT));
        try (RequestBody body = opened) {
            batch.run(() -> batchReader.open(body, head));
        } catch (IOException e) {
            throw new UncheckedIOException("a request's body throws problems only", e);
        } finally {
            batches.release();
        }
        answer(context, batch);
    }

    private Document batchHead(Context context) {
        try {
            Document head = ArticleRequest.ofMany(context);
            if (!batchReader.takes(head.type())) {
                throw batchReader.unsupported();
            }
            return head;
        } catch (ProblemException e) {
            RequestBody.discard(context);
            throw e;
        }
    }

    private RequestBody openBatch(Context context) {
        boolean taken = false;
        try {
            taken = batches.tryAcquire();
            if (!taken) {
                throw new ProblemException(
                        Problem.of(
                                ProblemType.BUSY,
                                limits.maxBatches() + " batches are being read already ("
                                        + BodyLimits.path(BodyLimits.MAX_BATCHES) + "); none of this one was accepted"),
                        RETRY_BATCH);
            }
            return RequestBody.open(context, limits.maxBatchBytes(), BodyLimits.MAX_BATCH);
        } catch (ProblemException e) {
            if (taken) {
                batches.release();
            }
            RequestBody.discard(context);
            throw e;
        }
    }

    private void answer(Context context, Batch batch) {
        BatchAnswer answer = batch.answer();
        metrics.batch(answer.items().size());
        ProblemException ended = batch.ended();
        if (ended != null && ended.retryAfter() != null) {
            context.header(Header.RETRY_AFTER, Long.toString(ended.retryAfter().toSeconds()));
        }
        context.status(ended == null ? HttpStatus.OK.getCode() : ended.problem().status())
                .result(Json.bytes(answer))
                .contentType(ended == null ? ContentType.JSON : Problem.MEDIA_TYPE);
    }

    private <T> T counted(Supplier<T> request) {
        try {
            return request.get();
        } catch (ProblemException e) {
            metrics.refused(null, e.problem());
            throw e;
        }
    }

    /** After the publisher, so that every answer still owed is given. */
    @Override
    public void close() {
        answers.shutdown();
    }
}
