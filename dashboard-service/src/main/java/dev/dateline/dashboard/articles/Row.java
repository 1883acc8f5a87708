package dev.dateline.dashboard.articles;

import dev.dateline.common.model.EventStatus;
import java.util.List;

/**
 * What memory holds of an event: what the list shows and filters by, and where the rest lies.
 *
 * @param publishedMs epoch milliseconds; 0 when unknown
 * @param country the primary one, ISO 3166-1 alpha-2; null when there is none
 * @param place the primary one; null when there is none
 * @param topics at most {@link #MAX_TAGS}
 * @param entities at most {@link #MAX_TAGS}, most salient first as the event has them
 * @param rawOffset negative when the event does not say where its raw record lies
 */
record Row(
        Position position,
        String articleId,
        int revision,
        EventStatus status,
        String duplicateOf,
        long publishedMs,
        String sourceId,
        String language,
        String title,
        String country,
        Spot place,
        List<Tag> topics,
        List<Tag> entities,
        int rawPartition,
        long rawOffset) {
    static final int MAX_TAGS = 10;
}
