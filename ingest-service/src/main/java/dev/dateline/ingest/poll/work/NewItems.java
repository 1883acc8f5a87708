package dev.dateline.ingest.poll.work;

import dev.dateline.common.http.ProblemException;
import dev.dateline.common.model.RawArticle;
import dev.dateline.common.model.RawArticleBuilder;
import dev.dateline.common.model.Source;
import dev.dateline.common.model.SourceKind;
import dev.dateline.ingest.poll.fetch.Cancellation;
import dev.dateline.ingest.publish.Delivery;
import dev.dateline.ingest.publish.Publisher;
import dev.dateline.ingest.read.ArticleRules;
import dev.dateline.ingest.read.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Publishes the items of a source that are not known yet, the same way as articles that come over HTTP: checked by {@link ArticleRules},
 * acknowledged by Kafka. An item counts as known once it was written, or refused for good; everything else is left for the next poll.
 */
public final class NewItems {
    /** Pages are a host's burden: the rest is fetched by the next poll. */
    private static final int MOST_PAGES = 30;
    /** For all pages of one poll; well below the shortest interval. */
    private static final Duration PAGES_WITHIN = Duration.ofMinutes(4);

    private final Publisher publisher;
    private final Pages pages;
    private final PollClock clock;
    private final PollMetrics metrics;

    public NewItems(Publisher publisher, Pages pages, PollClock clock, PollMetrics metrics) {
        this.publisher = publisher;
        this.pages = pages;
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * What became of the items of one document.
     *
     * @param published how many were written
     * @param complete whether none is left for the next poll
     * @param detail why items were refused; null when none was
     * @param seen what is known now, for {@link dev.dateline.common.model.SourceState#seen()}
     * @param added of that, what was not known before
     */
    @SuppressWarnings("ArrayRecordComponent") // results are never compared
    public record Result(int published, boolean complete, String detail, byte[] seen, byte[] added) {}

    /** One document's items on their way. */
    private final class Batch {
        private final Source source;
        private final String mediaType;
        private final Cancellation cancellation;
        private final SeenItems seen;
        private final Map<Long, CompletableFuture<Delivery>> sent = new LinkedHashMap<>();
        private final Instant deadline = clock.instant().plus(PAGES_WITHIN);
        private int fetchedPages;
        private int refused;
        private String reason;
        private boolean complete = true;

        Batch(Source source, String mediaType, byte[] known, Cancellation cancellation) {
            this.source = source;
            this.mediaType = mediaType;
            this.seen = new SeenItems(known);
            this.cancellation = cancellation;
        }

        void item(Reading reading) throws InterruptedException {
            if (reading instanceof Reading.Refused no) {
                refused(no.problem().detail());
                return;
            }
            RawArticle draft = ((Reading.Article) reading).draft();
            long digest = SeenItems.digest(draft);
            if (seen.contains(digest)) {
                seen.add(digest);
                metrics.item(PollMetrics.Item.KNOWN, source.id());
            } else if (!sent.containsKey(digest)) {
                RawArticle article = completed(draft);
                boolean paged = source.fullText() || source.kind() == SourceKind.SITEMAP;
                send(digest, paged ? withPage(digest, article) : article, paged);
            }
        }

        /** Null when there is nothing to publish now. */
        private RawArticle withPage(long digest, RawArticle article) throws InterruptedException {
            if (fetchedPages == MOST_PAGES || !clock.instant().isBefore(deadline)) {
                return postponed();
            }
            fetchedPages++;
            Pages.Page page = pages.page(article, deadline, cancellation);
            if (page instanceof Pages.Page.Found found) {
                metrics.page(PollMetrics.Page.FETCHED);
                return found.article();
            }
            if (page instanceof Pages.Page.Never never) {
                metrics.page(never.disallowed() ? PollMetrics.Page.DISALLOWED : PollMetrics.Page.FAILED);
                if (hasBody(article)) {
                    return article;
                }
                seen.add(digest);
                refused(never.disallowed() ? "robots.txt disallows its page" : "its page can't be had");
                return null;
            }
            metrics.page(PollMetrics.Page.FAILED);
            return postponed();
        }

        private RawArticle postponed() {
            complete = false;
            metrics.item(PollMetrics.Item.POSTPONED, source.id());
            return null;
        }

        private void send(long digest, RawArticle article, boolean paged) {
            if (article == null || cancellation.isCancelled()) {
                complete &= article == null;
                return;
            }
            try {
                String type = paged && article.pageHtml() != null ? "text/html" : mediaType;
                sent.put(digest, publisher.publish(ArticleRules.admit(article, type, clock.instant(), null), null));
            } catch (ProblemException e) {
                seen.add(digest);
                String field = e.problem().field();
                refused((field == null ? "" : field + " ") + e.problem().detail());
            }
        }

        private void refused(String why) {
            refused++;
            reason = reason == null ? why : reason;
            metrics.item(PollMetrics.Item.REFUSED, source.id());
        }

        Result settle(int items) {
            int published = 0;
            for (Map.Entry<Long, CompletableFuture<Delivery>> delivery : sent.entrySet()) {
                // Completes in bounded time, and never exceptionally.
                Delivery delivered = delivery.getValue().join();
                if (delivered instanceof Delivery.Written) {
                    published++;
                    seen.add(delivery.getKey());
                    metrics.item(PollMetrics.Item.PUBLISHED, source.id());
                } else if (((Delivery.Refused) delivered).cause() == Delivery.Cause.TOO_LARGE) {
                    seen.add(delivery.getKey());
                    refused("is larger than a record of the topic may be");
                } else {
                    complete = false;
                    metrics.item(PollMetrics.Item.UNWRITTEN, source.id());
                }
            }
            String detail = refused == 0 ? null : refused + " of " + items + " items refused; the first: " + reason;
            return new Result(published, complete, detail, seen.bytes(items), seen.added());
        }

        private RawArticle completed(RawArticle draft) {
            return RawArticleBuilder.builder(draft)
                    .sourceId(source.id())
                    .sourceName(source.name() == null ? draft.sourceName() : source.name())
                    .language(draft.language() == null ? source.language() : draft.language())
                    .build();
        }
    }

    /**
     * Publishes what is new, the oldest first, as feeds begin with the latest.
     *
     * @param known what is known until now, or null
     */
    public Result publish(
            Source source, String mediaType, List<Reading> readings, byte[] known, Cancellation cancellation)
            throws InterruptedException {
        Batch batch = new Batch(source, mediaType, known, cancellation);
        List<Reading> items = new ArrayList<>(readings.subList(0, Math.min(readings.size(), SeenItems.MOST)));
        Collections.reverse(items);
        for (Reading item : items) {
            batch.item(item);
        }
        return batch.settle(items.size());
    }

    private static boolean hasBody(RawArticle article) {
        return article.bodyText() != null || article.bodyHtml() != null;
    }
}
