package dev.dateline.common.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;

/**
 * A record that could not be processed ({@code news.dead-letters.v1}): its original bytes, where it came from and why it failed,
 * so that it can be redriven once the cause is mended.
 *
 * @param originalKey the record's key as UTF-8 text, when it had one
 * @param originalValue the record's value, byte for byte (base64 in JSON); absent when it was null
 * @param step the step that refused it, a verb phrase, for example {@code extract-article}
 * @param reason a stable code, see {@link dev.dateline.common.outcome.Reason}
 * @param message what went wrong with this record, and how to mend it
 * @param attempts how often it has been tried, counting this time
 * @param receivedAt the failed record's timestamp
 */
@RecordBuilder
@SuppressWarnings("ArrayRecordComponent") // the original bytes are never compared
@JsonIgnoreProperties(
        value = {"received_at_ms"},
        allowGetters = true)
public record DeadLetter(
        String originTopic,
        int originPartition,
        long originOffset,
        String originalKey,
        byte[] originalValue,
        String articleId,
        String sourceId,
        String step,
        String reason,
        String message,
        int attempts,
        Instant receivedAt,
        String pipelineVersion) {

    /** {@code receivedAt} as epoch milliseconds. */
    @JsonProperty("received_at_ms")
    public Long receivedAtMs() {
        return RawArticle.millis(receivedAt);
    }
}
