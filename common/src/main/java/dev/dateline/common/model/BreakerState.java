package dev.dateline.common.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a source that failed again and again is left alone (circuit breaker; Nygard, Release It!, 2007). */
public enum BreakerState {
    /** Polled in its rhythm. */
    @JsonProperty("closed")
    CLOSED,
    /** Left alone for hours. */
    @JsonProperty("open")
    OPEN,
    /** One poll tries whether it is back. */
    @JsonProperty("half_open")
    HALF_OPEN
}
