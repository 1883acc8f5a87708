package dev.dateline.enrich.near;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/**
 * What an article is among its neighbours: an original, or a copy of one.
 *
 * @param originalId null when it is an original; so is all that follows
 * @param ownerPartition where the original's owner is
 * @param similarity how much of the smaller text is in the larger, estimated
 * @param receivedAt when the original came
 * @param card what the original said of itself
 */
public record Verdict(String originalId, Integer ownerPartition, Double similarity, Instant receivedAt, Card card) {
    public static final Verdict ORIGINAL = new Verdict(null, null, null, null, null);

    static Verdict copyOf(Neighbour neighbour, Card card) {
        return new Verdict(
                neighbour.articleId(),
                neighbour.ownerPartition(),
                neighbour.similarity(),
                neighbour.place().receivedAt(),
                card);
    }

    /** An original, in its own words. */
    public static Verdict originalWith(Card card) {
        return new Verdict(null, null, null, null, card);
    }

    /** The same original, for an article that is near to one of its copies. */
    Verdict through(Neighbour copy) {
        return new Verdict(originalId, ownerPartition, copy.similarity(), receivedAt, card);
    }

    @JsonIgnore
    public boolean isOriginal() {
        return originalId == null;
    }

    /** Whether consumers would be told the same. */
    public boolean names(Verdict other) {
        return isOriginal() ? other.isOriginal() : originalId.equals(other.originalId);
    }
}
