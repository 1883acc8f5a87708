package dev.dateline.common.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where an event stands. */
public enum EventStatus {
    /** The first version of an original article. */
    @JsonProperty("active")
    ACTIVE,
    /** A later revision of an article: it replaces the event of the revision before. */
    @JsonProperty("revised")
    REVISED,
    /** The article turned out to be a copy of an earlier one, named in {@code duplicate_of}. */
    @JsonProperty("withdrawn")
    WITHDRAWN
}
