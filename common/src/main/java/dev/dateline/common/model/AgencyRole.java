package dev.dateline.common.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a news agency has to do with an article. */
public enum AgencyRole {
    /** The text is the agency's. */
    @JsonProperty("source")
    SOURCE,
    /** Others wrote the text and thank the agency for a part of it. */
    @JsonProperty("contributed")
    CONTRIBUTED,
    /** The text says what the agency reported or was told. */
    @JsonProperty("quoted")
    QUOTED
}
