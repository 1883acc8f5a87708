package dev.dateline.common.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;

/**
 * Something an operator did, or what came of it ({@code news.audit.v1}).
 *
 * @param actor the id of the key that it was done with, never its secret
 * @param action for example {@code redrive}, {@value #REDRIVE_LETTER} or {@code source-pause}
 * @param target what it was done to: a source id, a job id, or a record as {@code topic-partition@offset}
 * @param outcome what came of it, in a few words
 */
@RecordBuilder
@JsonIgnoreProperties(
        value = {"at_ms"},
        allowGetters = true)
public record AuditEntry(Instant at, String actor, String action, String target, String outcome) {
    /** One dead letter was written back to its origin: its mark, as letters themselves are never changed. */
    public static final String REDRIVE_LETTER = "redrive-letter";

    /** {@code at} as epoch milliseconds. */
    @JsonProperty("at_ms")
    public Long atMs() {
        return RawArticle.millis(at);
    }
}
