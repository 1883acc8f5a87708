package dev.dateline.enrich.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.model.SourceCounts;
import dev.dateline.common.model.StepCounts;
import dev.dateline.common.model.StreamsState;
import dev.dateline.common.model.StreamsStateBuilder;
import dev.dateline.common.model.Telemetry;
import dev.dateline.common.model.TelemetryBuilder;
import dev.dateline.common.telemetry.JvmReading;
import dev.dateline.common.wire.Json;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** With everything that is bounded at its bound, a record stays what a consumer reads each second without noticing. */
class RecordSizeTest {
    private static final int MOST_BYTES = 64 << 10;
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final List<Long> TOOK = Collections.nCopies(24, 123_456L);

    @Test
    void enrichWithAllTheTasksThatAreTold() {
        Telemetry largest = record("enrich")
                .endToEnd(TOOK)
                .steps(IntStream.range(0, 16)
                        .mapToObj(i -> new StepCounts(
                                "note-refused-article",
                                12_345_678,
                                12_345_678,
                                123_456,
                                12_345,
                                123,
                                99_999_999_999L,
                                TOOK))
                        .toList())
                .streams(StreamsStateBuilder.builder()
                        .state("RUNNING")
                        .lastRebalanceAt(NOON)
                        .topology("x".repeat(8 << 10))
                        .tasks(IntStream.range(0, StreamsState.MAX_TASKS)
                                .mapToObj(i -> new StreamsState.Task(
                                        "0_" + i,
                                        // Half of the tasks read articles and letters, the others claims.
                                        i % 2 == 0
                                                ? List.of(partition("news.raw.v1", i), partition("news.letters.v1", i))
                                                : List.of(partition("dateline-enrich-claims-repartition", i))))
                                .toList())
                        .restoring(IntStream.range(0, StreamsState.MAX_RESTORING)
                                .mapToObj(i -> new StreamsState.Restoring("followers-by-article", i, 12_345_678))
                                .toList())
                        .stores(List.of())
                        .build())
                .build();

        assertThat(Json.bytes(largest)).hasSizeLessThan(MOST_BYTES);
    }

    private static StreamsState.Partition partition(String topic, int number) {
        return new StreamsState.Partition(topic, number, 12_345_678L, 86_400_000L);
    }

    @Test
    void ingestWithAllTheSourcesThatAreTold() {
        Telemetry largest = record("ingest")
                .sources(IntStream.range(0, Telemetry.MAX_SOURCES)
                        .mapToObj(i -> new SourceCounts("s".repeat(64), 12_345_678, 12_345_678, NOON))
                        .toList())
                .sourcesLeftOut(9_800)
                .build();

        assertThat(Json.bytes(largest)).hasSizeLessThan(MOST_BYTES);
    }

    private static TelemetryBuilder record(String service) {
        return TelemetryBuilder.builder()
                .instanceId("enrich-service-7c9f8d6b5-abcde-12345678")
                .service(service)
                .version("0.1.0")
                .at(NOON)
                .startedAt(NOON)
                .status("up")
                .counters(Map.of())
                .jvm(JvmReading.now());
    }
}
