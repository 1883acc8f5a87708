package dev.dateline.ingest.http;

import dev.dateline.common.http.Problem;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.http.ProblemType;
import dev.dateline.common.model.RawArticle;
import dev.dateline.ingest.access.Caller;
import dev.dateline.ingest.formats.Articles;
import dev.dateline.ingest.publish.Delivery;
import dev.dateline.ingest.read.ArticleRules;
import dev.dateline.ingest.read.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One batch on its way: articles are read, handed over and answered in order, with a bounded number of them unanswered. One that can't
 * be read is rejected alone. The batch ends early when going on is pointless (Kafka full or away, a limit, a broken body); what
 * was handed over by then is still waited for and listed, so no accepted article is ever lost from the answer.
 */
final class Batch {
    /** Enough to fill the producer's batches; the producer's buffer bounds their bytes. */
    private static final int WINDOW = 1000;

    /** An article without its answer yet; one that is rejected waits too, for its place in the order, with its problem. */
    private record Pending(
            int line,
            String sourceId,
            String articleId,
            String reader,
            CompletableFuture<Delivery> delivery,
            Problem invalid) {}

    /** Begins to read a batch: may find a problem already, which ends it like any later one. */
    interface Opening {
        Articles open() throws IOException;
    }

    private final Intake intake;
    private final IngestMetrics metrics;
    private final Clock clock;
    private final BodyLimits limits;
    private final Caller caller;
    private final String traceparent;
    private final Deque<Pending> window = new ArrayDeque<>();
    private final List<BatchAnswer.Item> items = new ArrayList<>();
    private ProblemException ended;

    Batch(Intake intake, IngestMetrics metrics, Clock clock, BodyLimits limits, Caller caller, String traceparent) {
        this.intake = intake;
        this.metrics = metrics;
        this.clock = clock;
        this.limits = limits;
        this.caller = caller;
        this.traceparent = traceparent;
    }

    /** Reads to the end, or to what ends the batch early. */
    void run(Opening opening) {
        try {
            Articles articles = opening.open();
            Articles.Item item = articles.next();
            while (item != null && ended == null) {
                take(item);
                item = ended == null ? articles.next() : null;
            }
        } catch (ProblemException e) {
            ended = e;
        } catch (IOException e) {
            throw new UncheckedIOException("a request's body throws problems only", e);
        }
        settleAll();
        if (items.isEmpty() && ended == null) {
            ended = problem(ProblemType.MALFORMED_BODY, "the batch holds no article; NDJSON has one on each line");
        }
    }

    BatchAnswer answer() {
        return BatchAnswer.of(items, ended == null ? null : ended.problem());
    }

    /** What ended the batch before its last line, or null. */
    ProblemException ended() {
        return ended;
    }

    private void take(Articles.Item item) {
        if (items.size() + window.size() == limits.maxBatchItems()) {
            ended = problem(
                    ProblemType.TOO_LARGE,
                    "more than " + limits.maxBatchItems() + " articles (" + BodyLimits.path(BodyLimits.MAX_ITEMS)
                            + "); send the rest as another batch");
            return;
        }
        try {
            handOver(item.number(), admit(item));
        } catch (ProblemException e) {
            await(new Pending(item.number(), sourceId(item), null, null, null, e.problem()));
        }
    }

    /** As far as it is known. */
    private static String sourceId(Articles.Item item) {
        return item.reading() instanceof Reading.Article read ? read.draft().sourceId() : null;
    }

    private RawArticle admit(Articles.Item item) {
        if (item.reading() instanceof Reading.Refused refused) {
            throw new ProblemException(refused.problem());
        }
        RawArticle draft = ((Reading.Article) item.reading()).draft();
        RawArticle article = ArticleRules.admit(draft, item.mediaType(), clock.instant(), null);
        caller.send(article.sourceId());
        return article;
    }

    private void handOver(int line, RawArticle article) {
        CompletableFuture<Delivery> delivery = intake.publish(article, traceparent);
        if (refusal(delivery) == Delivery.Cause.FULL) {
            // The buffer is full of this batch, perhaps: once it is answered there is room, or others need it more.
            settleAll();
            delivery = ended == null ? intake.publish(article, traceparent) : delivery;
        }
        await(new Pending(line, article.sourceId(), article.articleId(), article.reader(), delivery, null));
        if (refusal(delivery) != null) {
            settleAll();
        }
    }

    private void await(Pending pending) {
        window.add(pending);
        if (window.size() > WINDOW) {
            settle(window.remove());
        }
    }

    private static Delivery.Cause refusal(CompletableFuture<Delivery> delivery) {
        return delivery.getNow(null) instanceof Delivery.Refused refused ? refused.cause() : null;
    }

    private void settleAll() {
        while (!window.isEmpty()) {
            settle(window.remove());
        }
    }

    private void settle(Pending pending) {
        if (pending.invalid() != null) {
            reject(pending, pending.invalid());
            return;
        }
        Delivery delivery = pending.delivery().join();
        if (delivery instanceof Delivery.Written written) {
            metrics.accepted(pending.sourceId());
            items.add(BatchAnswer.Item.accepted(
                    pending.line(), Receipt.of(pending.articleId(), pending.reader(), written)));
            return;
        }
        Delivery.Refused refused = (Delivery.Refused) delivery;
        ProblemException problem = Intake.problem(refused);
        reject(pending, problem.problem());
        if (refused.cause() != Delivery.Cause.TOO_LARGE && ended == null) {
            ended = problem;
        }
    }

    private void reject(Pending pending, Problem problem) {
        metrics.refused(pending.sourceId(), problem);
        items.add(BatchAnswer.Item.rejected(pending.line(), pending.articleId(), problem));
    }

    private static ProblemException problem(ProblemType type, String detail) {
        return new ProblemException(Problem.of(type, detail));
    }
}
