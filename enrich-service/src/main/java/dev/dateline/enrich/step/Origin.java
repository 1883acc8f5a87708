package dev.dateline.enrich.step;

import java.time.Instant;

/**
 * The raw record something was made from.
 *
 * @param timestamp the record's timestamp: time of receipt
 * @param key the record's key as UTF-8 text; may be null
 * @param value the record's bytes, kept for a dead letter; may be null
 * @param sourceId the source as far as it is known, never null
 * @param articleId null when the record could not be read that far
 * @param revision 0 until the article is identified
 * @param redrives how often the record was taken out of the dead letters and written again
 */
@SuppressWarnings("ArrayRecordComponent") // the original bytes are never compared
public record Origin(
        String topic,
        int partition,
        long offset,
        Instant timestamp,
        String key,
        byte[] value,
        String sourceId,
        String articleId,
        int revision,
        int redrives) {

    /** The same origin, with what the record says of itself. */
    public Origin of(String newSourceId, String newArticleId) {
        return new Origin(
                topic, partition, offset, timestamp, key, value, newSourceId, newArticleId, revision, redrives);
    }

    /** The same origin, with what identify found. */
    public Origin identifiedAs(int newRevision) {
        return new Origin(topic, partition, offset, timestamp, key, value, sourceId, articleId, newRevision, redrives);
    }
}
