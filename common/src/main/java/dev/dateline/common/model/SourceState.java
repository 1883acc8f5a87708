package dev.dateline.common.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;

/**
 * What polling a source has found out ({@code news.source-states.v1}). Only the instance that the source is assigned to writes it: once
 * before each poll, with the time of the next, and once after it.
 *
 * @param url the declared address that this is about; with another one all begins anew
 * @param detail what is wrong and how to mend it; absent when nothing is
 * @param httpStatus of the last answer; absent when there was none
 * @param polledAt when the last poll was claimed
 * @param nextPollAt when the next one is due; absent for a source that is gone
 * @param notBefore until when the server asked to be left alone ({@code Retry-After})
 * @param lastNewAt when an item was last new
 * @param failures polls that failed one after the other
 * @param gapSeconds usual time between two new items, the source's rhythm
 * @param movedTo where permanent redirects point
 * @param movedPolls polls in a row that were sent there
 * @param items articles in the last document
 * @param newItems of these, the ones that were published
 * @param publishedItems articles published since the source was declared
 * @param instanceId who polled last
 * @param seen digests of known items, 8 bytes each, the latest last (base64 in JSON)
 */
@RecordBuilder
@SuppressWarnings("ArrayRecordComponent") // states are never compared
@JsonIgnoreProperties(
        value = {"polled_at_ms", "next_poll_at_ms", "not_before_ms", "last_success_at_ms", "last_new_at_ms"},
        allowGetters = true)
public record SourceState(
        String sourceId,
        String url,
        SourceStatus status,
        String detail,
        Integer httpStatus,
        Instant polledAt,
        Instant nextPollAt,
        Instant notBefore,
        Instant lastSuccessAt,
        Instant lastNewAt,
        int failures,
        BreakerState breaker,
        String etag,
        String lastModified,
        Long gapSeconds,
        String movedTo,
        int movedPolls,
        int items,
        int newItems,
        long publishedItems,
        long polls,
        String instanceId,
        byte[] seen) {

    /** {@code polledAt} as epoch milliseconds. */
    @JsonProperty("polled_at_ms")
    public Long polledAtMs() {
        return RawArticle.millis(polledAt);
    }

    /** {@code nextPollAt} as epoch milliseconds. */
    @JsonProperty("next_poll_at_ms")
    public Long nextPollAtMs() {
        return RawArticle.millis(nextPollAt);
    }

    /** {@code notBefore} as epoch milliseconds. */
    @JsonProperty("not_before_ms")
    public Long notBeforeMs() {
        return RawArticle.millis(notBefore);
    }

    /** {@code lastSuccessAt} as epoch milliseconds. */
    @JsonProperty("last_success_at_ms")
    public Long lastSuccessAtMs() {
        return RawArticle.millis(lastSuccessAt);
    }

    /** {@code lastNewAt} as epoch milliseconds. */
    @JsonProperty("last_new_at_ms")
    public Long lastNewAtMs() {
        return RawArticle.millis(lastNewAt);
    }
}
