package dev.dateline.common.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * What one instance of ingest was offered from one source since it started.
 *
 * @param sourceId the source; {@value LedgerLine#UNKNOWN_SOURCE} for what can't be told from whom it is, and
 *     {@value LedgerLine#OTHER_SOURCES} for sources beyond those the instance counts
 * @param accepted articles that Kafka acknowledged
 * @param rejected articles answered with a problem
 * @param lastAt when the last one was offered
 */
@JsonIgnoreProperties(
        value = {"last_at_ms"},
        allowGetters = true)
public record SourceCounts(String sourceId, long accepted, long rejected, Instant lastAt) {

    /** {@code lastAt} as epoch milliseconds. */
    @JsonProperty("last_at_ms")
    public Long lastAtMs() {
        return RawArticle.millis(lastAt);
    }
}
