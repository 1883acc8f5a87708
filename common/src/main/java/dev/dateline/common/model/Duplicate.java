package dev.dateline.common.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;

/**
 * The assignment of a copy to its original ({@code news.duplicates.v1}), keyed by the copy; the highest version holds.
 *
 * @param articleId the copy
 * @param revision the copy's revision that the verdict is about
 * @param originalId the earliest article of the group by (published, received, id)
 * @param similarity containment of the smaller text in the larger, 0 to 1; 1 when exact
 * @param version 1 for the first assignment of this copy, then counting up
 * @param decidedAt time of the record that caused the decision
 * @param rawPartition where the raw record of this revision lies on {@code news.raw.v1}, with {@code rawOffset}; absent in older
 *     assignments
 */
@RecordBuilder
@JsonIgnoreProperties(
        value = {"received_at_ms", "published_at_ms", "decided_at_ms"},
        allowGetters = true)
public record Duplicate(
        String articleId,
        int revision,
        String originalId,
        DuplicateKind kind,
        double similarity,
        DuplicateReason reason,
        int version,
        String sourceId,
        String title,
        String url,
        Instant publishedAt,
        Instant receivedAt,
        Instant decidedAt,
        Integer rawPartition,
        Long rawOffset) {

    /** {@code publishedAt} as epoch milliseconds. */
    @JsonProperty("published_at_ms")
    public Long publishedAtMs() {
        return RawArticle.millis(publishedAt);
    }

    /** {@code receivedAt} as epoch milliseconds. */
    @JsonProperty("received_at_ms")
    public Long receivedAtMs() {
        return RawArticle.millis(receivedAt);
    }

    /** {@code decidedAt} as epoch milliseconds. */
    @JsonProperty("decided_at_ms")
    public Long decidedAtMs() {
        return RawArticle.millis(decidedAt);
    }
}
