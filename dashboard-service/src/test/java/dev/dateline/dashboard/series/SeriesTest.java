package dev.dateline.dashboard.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dateline.common.model.JvmState;
import dev.dateline.common.model.StepCounts;
import dev.dateline.common.model.StreamsState;
import dev.dateline.common.model.StreamsStateBuilder;
import dev.dateline.common.model.Telemetry;
import dev.dateline.common.model.TelemetryBuilder;
import dev.dateline.dashboard.view.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeriesTest {
    private final Samples.Clock clock = new Samples.Clock();
    private final Series series = new Series(clock, 10);

    private static Instant at(double second) {
        return Samples.START.plusMillis(Math.round(second * 1000));
    }

    private static Map<String, Double> books(double raw) {
        Map<String, Double> counters = new HashMap<>();
        for (Metric metric :
                List.of(Metric.RAW, Metric.EVENTS, Metric.DUPLICATES, Metric.RESENDS, Metric.DEAD_LETTERS)) {
            counters.put(Flows.counter(metric), 0.0);
        }
        counters.put(Flows.counter(Metric.RAW), raw);
        counters.put(Flows.counter(Metric.IN_FLIGHT), 3.0);
        return counters;
    }

    private static Telemetry dashboard(String instance, double second, double raw) {
        return TelemetryBuilder.builder()
                .instanceId(instance)
                .service("dashboard")
                .at(at(second))
                .startedAt(Samples.START)
                .status("up")
                .counters(books(raw))
                .build();
    }

    private static Telemetry enrich(String instance, double second, long in, long lag, long lagMs) {
        StreamsState streams = StreamsStateBuilder.builder()
                .state("RUNNING")
                .tasks(List.of(
                        new StreamsState.Task("0_0", List.of(new StreamsState.Partition("news.raw.v1", 0, lag, lagMs))),
                        new StreamsState.Task(
                                "0_1", List.of(new StreamsState.Partition("news.raw.v1", 1, null, null)))))
                .build();
        return TelemetryBuilder.builder()
                .instanceId(instance)
                .service("enrich")
                .version("1")
                .at(at(second))
                .startedAt(Samples.START)
                .status("up")
                .steps(List.of(new StepCounts("tag-article", in, in - in / 4, 0, in / 4, 0, 0, List.of(0L, in))))
                .endToEnd(List.of(0L, 0L, in))
                .streams(streams)
                .jvm(new JvmState(Math.round(second * 500), 1, 2L, 0, 9))
                .build();
    }

    /** The seconds from the start on. */
    private List<Double> values(String name, int seconds) {
        SeriesName parsed = SeriesName.parse(name).orElseThrow();
        return series.window(List.of(parsed), Samples.START, at(seconds - 1))
                .values()
                .get(name);
    }

    @Test
    void aRateIsTheDifferenceOfTwoTotalsAndAMissingSecondAGap() {
        clock.advanceSeconds(60);
        for (int second : new int[] {0, 1, 2, 9}) {
            series.telemetry(enrich("a", second, second * 8L, 0, 0));
        }

        assertThat(values("step.tag-article.rate", 10))
                .as("unknown before the first, and over a pause of seven seconds")
                .containsExactly(null, 8.0, 8.0, null, null, null, null, null, null, null);
        assertThat(values("step.tag-article.errors", 3)).containsExactly(null, 2.0, 2.0);
        assertThat(values("step.tag-article.p99_ms", 3).get(1)).isEqualTo(0.06368, within(0.0001));
        assertThat(values("p50_ms", 3)).containsExactly(null, 12.0, 12.0);
        assertThat(values("cpu", 3)).containsExactly(null, 0.5, 0.5);
        assertThat(values("lag_records", 4)).containsExactly(0.0, 0.0, 0.0, null);
    }

    @Test
    void messagesThatDriftOverASecondLeaveNoHole() {
        clock.advanceSeconds(60);
        for (double second : new double[] {0.2, 1.0, 1.99, 3.01, 4.0}) {
            series.telemetry(enrich("a", second, Math.round(second * 100), 5, 0));
        }

        assertThat(values("step.tag-article.rate", 5).subList(1, 5))
                .doesNotContainNull()
                .allSatisfy(rate -> assertThat(rate).isCloseTo(100, within(1.0)));
        assertThat(values("lag_records", 5)).as("told once a second").containsOnly(5.0);
    }

    @Test
    void instancesAddUpAndTheFurthestBehindCounts() {
        clock.advanceSeconds(60);
        for (int second = 0; second < 3; second++) {
            series.telemetry(enrich("a", second, second * 10L, 100, 2_000));
            series.telemetry(enrich("b", second + 0.4, second * 20L, 50, 7_500));
        }

        assertThat(values("step.tag-article.rate", 3)).containsExactly(null, 30.0, 30.0);
        assertThat(values("lag_records", 3)).containsOnly(150.0);
        assertThat(values("lag_seconds", 3)).containsOnly(7.5);
    }

    @Test
    void aRestartIsNeverADifference() {
        clock.advanceSeconds(60);
        series.telemetry(enrich("host-00000001", 0, 1_000, 0, 0));
        series.telemetry(enrich("host-00000001", 1, 1_010, 0, 0));
        series.telemetry(enrich("host-00000002", 3, 4, 0, 0));
        series.telemetry(enrich("host-00000002", 4, 12, 0, 0));

        assertThat(values("step.tag-article.rate", 5)).containsExactly(null, 10.0, null, null, 8.0);
    }

    @Test
    void severalDashboardsTellTheSameBooks() {
        clock.advanceSeconds(60);
        for (int second = 0; second < 4; second++) {
            series.telemetry(dashboard("a", second + 0.1, second * 100.0));
            // A little behind: its totals are lower than what was heard before.
            series.telemetry(dashboard("b", second + 0.6, second * 100.0 - 7));
        }

        assertThat(values("raw", 4)).containsExactly(null, 100.0, 100.0, 100.0);
        assertThat(values("in_flight", 4)).containsOnly(3.0);
    }

    @Test
    void whileADashboardRestartsTheBooksAreTheirMean() {
        clock.advanceSeconds(60);
        series.telemetry(dashboard("a", 0, 0));
        series.telemetry(dashboard("a", 1, 10));
        series.telemetry(dashboard("b", 11, 510));

        assertThat(values("raw", 12).subList(1, 12)).startsWith(10.0, 50.0).endsWith(50.0);
    }

    @Test
    void thePastReadAfterwardsGivesTheSameNumbers() {
        List<Telemetry> records = new ArrayList<>();
        for (int second = 0; second < 7_500; second++) {
            records.add(enrich("a", second + 0.3, second * 7L + second % 5, second % 11, second % 13 * 1_000L));
            records.add(enrich("b", second + 0.5, second * 3L, 1, 0));
            records.add(dashboard("c", second + 0.7, second * 10.0));
        }
        clock.advanceSeconds(7_500);
        records.forEach(series::telemetry);

        Series restarted = new Series(clock, 10);
        records.subList(22_000, 22_500).forEach(restarted::telemetry);
        Series.Past past = restarted.past();
        records.subList(11_111, 22_000).forEach(past::telemetry);
        past.hourIsRead();
        past.hourIsRead();
        records.subList(0, 11_111).forEach(past::telemetry);
        past.hourIsRead();

        List<SeriesName> names = Arrays.stream(Metric.values())
                .map(metric -> new SeriesName(metric, null, null))
                .toList();
        for (Duration back : List.of(Duration.ofMinutes(50), Duration.ofHours(3))) {
            Instant from = clock.instant().minus(back);
            assertThat(restarted.window(names, from, clock.instant()))
                    .isEqualTo(series.window(names, from, clock.instant()));
        }
        assertThat(restarted.marks()).isEqualTo(series.marks());
    }

    @Test
    void aLongTimeIsToldByTheMinute() {
        clock.advanceSeconds(7_200);
        for (int second = 0; second < 7_200; second++) {
            series.telemetry(enrich("a", second, second * 2L, 0, 0));
        }

        SeriesWindow window = series.window(
                List.of(SeriesName.parse("step.tag-article.rate").orElseThrow()), Samples.START, clock.instant());

        assertThat(window.stepSeconds()).isEqualTo(60);
        assertThat(window.start()).isEqualTo(Samples.START.getEpochSecond());
        assertThat(window.values().get("step.tag-article.rate")).hasSize(121).startsWith(2.0, 2.0);
    }

    @Test
    void aClockThatIsFarAheadSpoilsNothing() {
        series.telemetry(enrich("ahead", 1_000_000, 5, 9, 0));
        clock.advanceSeconds(5);
        series.telemetry(enrich("right", 4, 5, 1, 0));

        assertThat(values("lag_records", 5).get(4)).isEqualTo(1.0);
    }

    @Test
    void theNumberOfStepsIsBounded() {
        clock.advanceSeconds(5);
        for (int second = 0; second < 2; second++) {
            List<StepCounts> many = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                many.add(new StepCounts("step-" + i, second, 0, 0, 0, 0, 0, List.of()));
            }
            series.telemetry(TelemetryBuilder.builder()
                    .instanceId("a")
                    .service("enrich")
                    .at(at(second))
                    .steps(many)
                    .build());
        }

        assertThat(series.steps()).hasSize(Timeline.MAX_STEPS);
    }

    @Test
    void namesAreThoseOfMetricsAndOfStepsFigures() {
        assertThat(SeriesName.parse("p99_ms")).contains(new SeriesName(Metric.P99_MS, null, null));
        assertThat(SeriesName.parse("step.a.b.p99_ms")).contains(new SeriesName(null, "a.b", SeriesName.Figure.P99_MS));
        assertThat(SeriesName.parse("step.a.b.p99_ms").orElseThrow().wireName()).isEqualTo("step.a.b.p99_ms");
        for (String none : List.of("", "RAW", "step", "step.rate", "step..rate", "step.a.b", "<script>")) {
            assertThat(SeriesName.parse(none)).as(none).isEmpty();
        }
    }
}
