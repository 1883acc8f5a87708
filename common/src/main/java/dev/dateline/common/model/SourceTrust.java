package dev.dateline.common.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far an operator trusts a source; kept for those who read the topic, nothing of Dateline weighs it yet. */
public enum SourceTrust {
    @JsonProperty("low")
    LOW,
    @JsonProperty("normal")
    NORMAL,
    @JsonProperty("high")
    HIGH
}
