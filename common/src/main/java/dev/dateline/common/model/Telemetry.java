package dev.dateline.common.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;

/**
 * The state of one instance ({@code news.telemetry.v1}), once a second.
 *
 * @param instanceId unique among running instances
 * @param service {@code ingest}, {@code enrich} or {@code dashboard}
 * @param status {@code starting}, {@code up} or {@code down}
 * @param detail why it is not up; absent when it is
 * @param counters since {@code startedAt}; names as in {@code /metrics}, without the {@code dateline_} prefix
 */
@JsonIgnoreProperties(
        value = {"at_ms", "started_at_ms"},
        allowGetters = true)
public record Telemetry(
        String instanceId,
        String service,
        String version,
        Instant at,
        Instant startedAt,
        String status,
        String detail,
        Map<String, Double> counters) {

    /** {@code at} as epoch milliseconds. */
    @JsonProperty("at_ms")
    public Long atMs() {
        return RawArticle.millis(at);
    }

    /** {@code startedAt} as epoch milliseconds. */
    @JsonProperty("started_at_ms")
    public Long startedAtMs() {
        return RawArticle.millis(startedAt);
    }
}
