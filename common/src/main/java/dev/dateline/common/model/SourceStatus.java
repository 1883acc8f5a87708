package dev.dateline.common.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the last poll of a source went. */
public enum SourceStatus {
    /** Claimed by an instance; when this stays, that instance was killed, and the next poll comes at its time. */
    @JsonProperty("polling")
    POLLING,
    /** The document was there and could be read. */
    @JsonProperty("ok")
    OK,
    /** Nothing new since the last time (304, or the same items). */
    @JsonProperty("unchanged")
    UNCHANGED,
    /** No document, or none that can be read; polled again after a growing pause. */
    @JsonProperty("failing")
    FAILING,
    /** The server said 410 Gone: not polled again until someone resumes it or gives it another address. */
    @JsonProperty("gone")
    GONE
}
