package dev.dateline.dashboard.series;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dateline.common.model.JvmState;
import dev.dateline.common.model.StreamsState;
import java.time.Instant;

/**
 * One instance of a service, as it was heard last.
 *
 * @param instance {@code instance_id/service}
 * @param state {@code alive}, {@code gone} when it fell silent, or {@code stopped} when it said so
 * @param status {@code starting}, {@code up}, {@code down} or {@code stopped}, in its own words
 * @param detail why it is not up; null when it is
 * @param silentMs since it was heard; null while it is alive
 * @param topologyVersion eight digits that stand for the description of its topology; null until it published it
 * @param streams without that description; null but for enrich
 */
public record FleetMember(
        String instance,
        String instanceId,
        String service,
        State state,
        String version,
        String status,
        String detail,
        Instant startedAt,
        Long silentMs,
        String topologyVersion,
        StreamsState streams,
        JvmState jvm) {

    /** Whether it still runs, as far as can be told from outside. */
    public enum State {
        @JsonProperty("alive")
        ALIVE,
        @JsonProperty("gone")
        GONE,
        @JsonProperty("stopped")
        STOPPED
    }
}
