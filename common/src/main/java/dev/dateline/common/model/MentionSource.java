package dev.dateline.common.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why some words of an article were taken for a name. */
public enum MentionSource {
    /** The tagger of its sentence took them for one. */
    @JsonProperty("tagger")
    TAGGER,
    /** They stand elsewhere in the article, and were taken for a name there. */
    @JsonProperty("repeat")
    REPEAT,
    /** The table of well-known names has them. */
    @JsonProperty("alias")
    ALIAS,
    /** They are the initials of a name beside them, or the name beside its initials: one of the two is in parentheses. */
    @JsonProperty("acronym")
    ACRONYM,
    /** The gazetteer has them. */
    @JsonProperty("gazetteer")
    GAZETTEER,
    /** The headline has a name of the body, or a part of it that stands for it. */
    @JsonProperty("title")
    TITLE
}
