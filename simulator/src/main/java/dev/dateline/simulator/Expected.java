package dev.dateline.simulator;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a delivery ends in a pipeline that makes no mistake, once everything has arrived. */
public enum Expected {
    @JsonProperty("event")
    EVENT,
    @JsonProperty("duplicate")
    DUPLICATE,
    @JsonProperty("resend")
    RESEND,
    @JsonProperty("dead_letter")
    DEAD_LETTER
}
