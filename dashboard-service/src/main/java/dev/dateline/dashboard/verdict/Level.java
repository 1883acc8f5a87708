package dev.dateline.dashboard.verdict;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How bad it is, in rising order. */
public enum Level {
    @JsonProperty("ok")
    OK,
    /** Somebody should look. */
    @JsonProperty("warn")
    WARN,
    /** Something is not done, or may be lost. */
    @JsonProperty("bad")
    BAD
}
