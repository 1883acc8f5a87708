package dev.dateline.enrich.copies;

import java.time.Instant;

/**
 * An article revision asks: am I an original? Or an older version takes its place among the same words and asks nothing.
 *
 * @param wordsHash the group it belongs to, and the message's key
 * @param revision the one that waits for the answer; {@value #NONE_WAITS} for an older version that came late
 * @param ownerPartition where the answer has to go: the partition the article waits in
 */
public record Claim(
        String wordsHash, String articleId, int revision, Instant publishedAt, Instant receivedAt, int ownerPartition) {

    /** In place of a revision: no answer is wanted. */
    static final int NONE_WAITS = 0;

    private static final int NOWHERE = -1;

    /** The place of a version that is not published, and waits for no answer. */
    public static Claim place(String wordsHash, String articleId, Instant publishedAt, Instant receivedAt) {
        return new Claim(wordsHash, articleId, NONE_WAITS, publishedAt, receivedAt, NOWHERE);
    }

    /** The same claim, asked from a partition. */
    public Claim from(int partition) {
        return new Claim(wordsHash, articleId, revision, publishedAt, receivedAt, partition);
    }

    /** Whether a revision waits for the answer. */
    boolean waits() {
        return revision != NONE_WAITS;
    }

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
