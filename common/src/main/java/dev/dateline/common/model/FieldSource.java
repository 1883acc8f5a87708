package dev.dateline.common.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which rule gave a field of an article, from the most to the least trustworthy. */
public enum FieldSource {
    /** The producer's or the feed's own field. */
    @JsonProperty("feed")
    FEED,
    /** The page's schema.org data. */
    @JsonProperty("json_ld")
    JSON_LD,
    /** OpenGraph and other {@code meta} elements of the page. */
    @JsonProperty("meta")
    META,
    /** What the page's elements say of themselves: microdata, {@code time}, {@code h1}, {@code rel}, a class. */
    @JsonProperty("markup")
    MARKUP,
    /** The page's address. */
    @JsonProperty("url")
    URL,
    /** A line found in the text. */
    @JsonProperty("text")
    TEXT,
    /** Nothing said when: the time of receipt. */
    @JsonProperty("received")
    RECEIVED
}
