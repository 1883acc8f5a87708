package dev.dateline.ingest.poll;

import dev.dateline.common.model.RawArticle;
import dev.dateline.common.runtime.Health;
import dev.dateline.ingest.publish.Delivery;
import dev.dateline.ingest.publish.Publisher;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Keeps what is published, and refuses what it is told to. */
public final class MemoryPublisher implements Publisher {
    private final List<RawArticle> articles = new CopyOnWriteArrayList<>();
    private volatile Predicate<RawArticle> refused = article -> false;

    @Override
    public CompletableFuture<Delivery> publish(RawArticle article, String traceparent) {
        if (refused.test(article)) {
            return CompletableFuture.completedFuture(new Delivery.Refused(Delivery.Cause.UNREACHABLE));
        }
        articles.add(article);
        return CompletableFuture.completedFuture(new Delivery.Written("news.raw.v1", 0, articles.size() - 1L));
    }

    public void refuse(Predicate<RawArticle> which) {
        refused = which;
    }

    public List<RawArticle> articles() {
        return List.copyOf(articles);
    }

    public List<String> titles() {
        return articles.stream().map(RawArticle::title).toList();
    }

    @Override
    public Health health() {
        return Health.up();
    }

    @Override
    public void close() {}
}
