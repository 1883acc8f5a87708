package dev.dateline.dashboard.series;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * A moment to be drawn on charts.
 *
 * @param instance as {@code instance_id/service}
 */
public record Mark(Instant at, Kind kind, String instance, String text) {

    /** What happened. */
    public enum Kind {
        @JsonProperty("start")
        START,
        @JsonProperty("stop")
        STOP,
        @JsonProperty("rebalance")
        REBALANCE,
        /** An instance of another version than the one before it began. */
        @JsonProperty("deploy")
        DEPLOY
    }
}
