package dev.dateline.common.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is found at a source's address. */
public enum SourceKind {
    /** RSS, Atom or JSON Feed: which of them, the document tells. */
    @JsonProperty("feed")
    FEED,
    /** A news sitemap or an index of such: names pages, which are fetched. */
    @JsonProperty("sitemap")
    SITEMAP
}
