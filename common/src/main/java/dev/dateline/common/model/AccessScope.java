package dev.dateline.common.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an API key may do. */
public enum AccessScope {
    /** Send articles. */
    @JsonProperty("produce")
    PRODUCE,
    /** Send articles, and change what ingest fetches by itself. */
    @JsonProperty("admin")
    ADMIN;

    /** Whether a key of this scope may do what needs the other. */
    public boolean covers(AccessScope needed) {
        return this == ADMIN || needed == PRODUCE;
    }
}
