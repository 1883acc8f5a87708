package dev.dateline.dashboard.articles;

import dev.dateline.common.model.DuplicateKind;
import dev.dateline.common.model.EventStatus;
import dev.dateline.common.model.Lineage;
import dev.dateline.common.model.NewsEvent;
import java.time.Instant;
import java.util.List;

/**
 * An article, whole.
 *
 * @param event its latest event as it lies on the topic
 * @param revisions its events, oldest first
 * @param copies the first hundred
 * @param copiesLeftOut further ones
 * @param lineage what the event was made of; null when it does not say
 */
public record ArticleDetail(
        NewsEvent event, List<Revision> revisions, List<CopyLine> copies, int copiesLeftOut, Lineage lineage) {

    /** One event of the article; its text is asked for by {@code revision}. */
    public record Revision(
            int revision, EventStatus status, Instant receivedAt, String title, int partition, long offset) {
        static Revision of(Row row) {
            return new Revision(
                    row.revision(),
                    row.status(),
                    Instant.ofEpochMilli(row.position().atMs()),
                    row.title(),
                    row.position().partition(),
                    row.position().offset());
        }
    }

    /**
     * A copy, and where its verdict lies on the duplicates topic.
     *
     * @param hasText whether its words can be asked for as those of an event can
     */
    public record CopyLine(
            String articleId,
            String sourceId,
            String title,
            String url,
            Instant publishedAt,
            DuplicateKind kind,
            double similarity,
            boolean hasText,
            int partition,
            long offset) {
        static CopyLine of(Copies.Copy copy, boolean wasEvent) {
            return new CopyLine(
                    copy.articleId(),
                    copy.sourceId(),
                    copy.title(),
                    copy.url(),
                    copy.publishedAt(),
                    copy.kind(),
                    copy.similarity(),
                    wasEvent || copy.rawOffset() >= 0,
                    copy.partition(),
                    copy.offset());
        }
    }
}
