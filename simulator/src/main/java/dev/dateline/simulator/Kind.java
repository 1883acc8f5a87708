package dev.dateline.simulator;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a delivery is. */
public enum Kind {
    /** An article of its own: a new story, or another outlet's own report on a known one. */
    @JsonProperty("original")
    ORIGINAL,
    /** Another outlet's copy of an original, whole or in part. */
    @JsonProperty("copy")
    COPY,
    /** A known article with changed text. */
    @JsonProperty("revision")
    REVISION,
    /** A known article with changed text, sent by its source under a new id: {@code UPDATE 1-}, {@code CORRECTED-}, {@code REFILE-}. */
    @JsonProperty("update")
    UPDATE,
    /** A known article once more, unchanged. */
    @JsonProperty("resend")
    RESEND,
    /** Nothing that could become an article. */
    @JsonProperty("malformed")
    MALFORMED
}
