package dev.dateline.dashboard.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.model.SourceCounts;
import dev.dateline.common.model.Telemetry;
import dev.dateline.common.model.TelemetryBuilder;
import dev.dateline.dashboard.view.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private final Map<String, Long> told = new TreeMap<>();

    private static Instant at(int second) {
        return Samples.START.plusSeconds(second);
    }

    private Arrivals arrivals() {
        return new Arrivals((source, at, count) -> told.merge(source + "@" + at, count, Long::sum));
    }

    private long sum(String source) {
        return told.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(source + "@"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static Telemetry record(String instance, int started, int second, SourceCounts... counts) {
        return TelemetryBuilder.builder()
                .instanceId(instance)
                .service("ingest")
                .at(at(second))
                .startedAt(at(started))
                .sources(List.of(counts))
                .build();
    }

    private static SourceCounts counts(String source, long accepted, int second) {
        return new SourceCounts(source, accepted, 0, at(second));
    }

    private static void hear(Arrivals arrivals, Telemetry telemetry) {
        arrivals.heard(telemetry, telemetry.at());
    }

    @Test
    void differencesAreTakenOverAnyPauseAndTheFirstIsUnknown() {
        Arrivals arrivals = arrivals();
        hear(arrivals, record("a", -900, 0, counts("post", 500, 0)));
        hear(arrivals, record("a", -900, 1, counts("post", 503, 1)));
        hear(arrivals, record("a", -900, 7_000, counts("post", 510, 6_999)));
        hear(arrivals, record("a", -900, 7_001, counts("post", 510, 7_001)));

        assertThat(told).isEqualTo(Map.of("post@" + at(0), 0L, "post@" + at(1), 3L, "post@" + at(6_999), 7L));
    }

    @Test
    void whoWasHeardFromItsBeginningBeginsAtNothing() {
        Arrivals arrivals = arrivals();
        hear(arrivals, record("a", 0, 1));
        hear(arrivals, record("a", 0, 60, counts("post", 12, 60)));
        hear(arrivals, record("b", 90, 91, counts("post", 4, 91)));

        assertThat(told).isEqualTo(Map.of("post@" + at(60), 12L, "post@" + at(91), 4L));
    }

    /** However a run is cut into what was heard live and hours of the past, the counts come out the same. */
    @Test
    void thePastReadAfterwardsGivesTheSameCounts() {
        List<Telemetry> records = new ArrayList<>();
        for (int second = 1; second < 400; second++) {
            records.add(
                    second % 3 == 0
                            ? record("a", 0, second, counts("post", second, second))
                            : record("a", 0, second, counts("wire", 2L * second, second)));
            if (second > 200) {
                records.add(record("b", 199, second, counts("post", 5L * second, second)));
            }
        }
        Arrivals whole = arrivals();
        records.forEach(record -> hear(whole, record));
        Map<String, Long> expected = new TreeMap<>(told);
        assertThat(sum("post")).isEqualTo(399 + 5 * 399);
        assertThat(sum("wire")).isEqualTo(2 * 398);

        for (int first = 0; first < records.size(); first += 7) {
            for (int second = first; second < records.size(); second += 31) {
                told.clear();
                Arrivals live = arrivals();
                Arrivals hour = arrivals();
                Arrivals before = arrivals();
                records.subList(second, records.size()).forEach(record -> hear(live, record));
                records.subList(first, second).forEach(record -> hear(hour, record));
                live.precededBy(hour);
                live.precededBy(arrivals());
                records.subList(0, first).forEach(record -> hear(before, record));
                live.precededBy(before);

                told.values().removeIf(count -> count == 0);
                assertThat(told).as("cut at %d and %d", first, second).isEqualTo(expected);
            }
        }
    }

    @Test
    void instancesOfLongAgoAreForgotten() {
        Arrivals arrivals = arrivals();
        for (int instance = 0; instance < 3_000; instance++) {
            hear(arrivals, record("i" + instance, instance, instance, counts("post", 2, instance)));
            hear(arrivals, record("steady", 0, instance, counts("wire", instance + 1, instance)));
        }

        assertThat(sum("post")).isEqualTo(6_000);
        assertThat(sum("wire")).isEqualTo(3_000);
    }
}
