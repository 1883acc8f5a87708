package dev.dateline.common.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The state of one instance ({@code news.telemetry.v1}), once a second. All counts are since {@code startedAt}, so that a record which
 * was missed costs no figure; whoever wants a rate takes the difference of two records of the same {@code startedAt}.
 *
 * @param instanceId unique among running instances
 * @param service {@code ingest}, {@code enrich} or {@code dashboard}
 * @param status {@code starting}, {@code up} or {@code down}
 * @param detail why it is not up; absent when it is
 * @param counters since {@code startedAt}; names as in {@code /metrics}, without the {@code dateline_} prefix
 * @param steps what each step did, in no order; absent when the service has none
 * @param endToEnd events by the time from receipt to publishing: {@code dev.dateline.common.telemetry.Histogram#millis}; absent
 *     but for enrich
 * @param sources what was accepted of the sources that changed since the last record, at most {@value #MAX_SOURCES}; absent but for
 *     ingest
 * @param sourcesLeftOut sources that changed, too, and come with the next records; absent but for ingest
 * @param streams Kafka Streams; absent as long as it does not run, and but for enrich
 * @param jvm the process; services that share one say the same
 */
@RecordBuilder
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
        Map<String, Double> counters,
        List<StepCounts> steps,
        List<Long> endToEnd,
        List<SourceCounts> sources,
        Integer sourcesLeftOut,
        StreamsState streams,
        JvmState jvm) {

    /** The most sources one record tells of. */
    public static final int MAX_SOURCES = 200;

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
