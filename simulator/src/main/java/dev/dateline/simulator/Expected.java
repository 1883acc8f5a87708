package dev.dateline.simulator;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a delivery ends in a pipeline that makes no mistake, once everything has arrived. */
public enum Expected {
    @JsonProperty("event")
    EVENT,
    @JsonProperty("duplicate")
    DUPLICATE,
    /** A copy of which too little is left to call either wrong. */
    @JsonProperty("event_or_duplicate")
    EVENT_OR_DUPLICATE,
    @JsonProperty("resend")
    RESEND,
    @JsonProperty("dead_letter")
    DEAD_LETTER
}
