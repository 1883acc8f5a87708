package dev.dateline.common.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which rule gave an article its time of publication, from the most to the least trustworthy. */
public enum DateSource {
    /** The producer's or the feed's own field. */
    @JsonProperty("feed")
    FEED,
    @JsonProperty("json_ld")
    JSON_LD,
    @JsonProperty("meta")
    META,
    /** A time line found in the text. */
    @JsonProperty("text")
    TEXT,
    /** Nothing said when: the time of receipt. */
    @JsonProperty("received")
    RECEIVED
}
