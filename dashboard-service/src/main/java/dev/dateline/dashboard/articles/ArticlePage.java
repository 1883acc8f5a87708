package dev.dateline.dashboard.articles;

import dev.dateline.common.model.EventStatus;
import java.time.Instant;
import java.util.List;

/**
 * A page of the list, the last received first.
 *
 * @param next the cursor for {@code before} of the next page; null when this is the last
 * @param held events in memory
 * @param since when the oldest of them was received; null when there is none
 * @param complete whether the topics were read to their ends
 */
public record ArticlePage(List<Line> events, String next, int held, Instant since, boolean complete) {

    /**
     * One event, as the list shows it.
     *
     * @param copies articles that are copies of it now
     */
    public record Line(
            String articleId,
            int revision,
            EventStatus status,
            String duplicateOf,
            Instant receivedAt,
            Instant publishedAt,
            String sourceId,
            String language,
            String title,
            String country,
            PlaceName place,
            List<Named> topics,
            List<Named> entities,
            int copies,
            int partition,
            long offset) {
        static Line of(Row row, int copies) {
            return new Line(
                    row.articleId(),
                    row.revision(),
                    row.status(),
                    row.duplicateOf(),
                    Instant.ofEpochMilli(row.position().atMs()),
                    row.publishedMs() == 0 ? null : Instant.ofEpochMilli(row.publishedMs()),
                    row.sourceId(),
                    row.language(),
                    row.title(),
                    row.country(),
                    row.place() == null
                            ? null
                            : new PlaceName(
                                    row.place().tag().key(),
                                    row.place().tag().name(),
                                    row.place().country()),
                    named(row.topics()),
                    named(row.entities()),
                    copies,
                    row.position().partition(),
                    row.position().offset());
        }

        private static List<Named> named(List<Tag> tags) {
            return tags.stream().map(tag -> new Named(tag.key(), tag.name())).toList();
        }
    }

    /** A topic or an entity; the key is what the filters take. */
    public record Named(String key, String name) {}

    /** The primary place. */
    public record PlaceName(String id, String name, String country) {}
}
