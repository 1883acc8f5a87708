package dev.dateline.common.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much of a copy is copied. */
public enum DuplicateKind {
    /** The same words in the same order. */
    @JsonProperty("exact")
    EXACT,
    /** Near enough by containment. */
    @JsonProperty("near")
    NEAR,
    /** The same source sent its story again, under a mark such as {@code UPDATE 1-}: it is published as a revision of the original. */
    @JsonProperty("update")
    UPDATE
}
