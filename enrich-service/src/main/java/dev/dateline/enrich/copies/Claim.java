package dev.dateline.enrich.copies;

import java.time.Instant;

/**
 * An article revision asks: am I an original?
 *
 * @param wordsHash the group it belongs to, and the message's key
 * @param ownerPartition where the answer has to go: the partition the article waits in
 */
public record Claim(
        String wordsHash, String articleId, int revision, Instant publishedAt, Instant receivedAt, int ownerPartition) {

    /** The order that makes an original: earliest published, then received, then by id, so that it is total. */
    boolean isBefore(Claim other) {
        int order = publishedAt.compareTo(other.publishedAt);
        if (order == 0) {
            order = receivedAt.compareTo(other.receivedAt);
        }
        if (order == 0) {
            order = articleId.compareTo(other.articleId);
        }
        return order < 0;
    }
}
