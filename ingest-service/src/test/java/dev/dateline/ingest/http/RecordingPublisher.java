package dev.dateline.ingest.http;

import dev.dateline.common.model.RawArticle;
import dev.dateline.common.runtime.Health;
import dev.dateline.ingest.publish.Delivery;
import dev.dateline.ingest.publish.Publisher;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A publisher that keeps articles in memory and fails as it is told. */
final class RecordingPublisher implements Publisher {
    final List<RawArticle> articles = new CopyOnWriteArrayList<>();
    final List<String> traces = new CopyOnWriteArrayList<>();
    volatile Health health = Health.up();
    /** Decides on one article; null writes it. */
    volatile Function<RawArticle, CompletableFuture<Delivery>> refusing = article -> null;

    @Override
    public CompletableFuture<Delivery> publish(RawArticle article, String traceparent) {
        CompletableFuture<Delivery> refusal = refusing.apply(article);
        if (refusal != null) {
            return refusal;
        }
        articles.add(article);
        traces.add(String.valueOf(traceparent));
        return CompletableFuture.completedFuture(new Delivery.Written("news.raw.v1", 2, articles.size() - 1L));
    }

    static CompletableFuture<Delivery> refused(Delivery.Cause cause) {
        return CompletableFuture.completedFuture(Delivery.refused(cause));
    }

    @Override
    public Health health() {
        return health;
    }

    @Override
    public void close() {}
}
