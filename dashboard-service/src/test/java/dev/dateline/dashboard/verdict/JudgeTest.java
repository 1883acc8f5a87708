package dev.dateline.dashboard.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dateline.common.runtime.Health;
import dev.dateline.dashboard.series.FleetMember;
import dev.dateline.dashboard.series.QuietSource;
import dev.dateline.dashboard.view.Counts;
import dev.dateline.dashboard.view.Samples;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {
    private static final FleetMember INGEST = member("ingest", "a", FleetMember.State.ALIVE, "up", "1");
    private static final FleetMember ENRICH = member("enrich", "a", FleetMember.State.ALIVE, "up", "1");

    private Health reading = Health.up();
    private Optional<Duration> silence = Optional.of(Duration.ofSeconds(1));
    private List<FleetMember> fleet = List.of(INGEST, ENRICH);
    private double lag;
    private double trend;
    private long unaccounted;
    private double settled = 100;
    private double deadShare;
    private int quiet;
    private Map<String, Long> unreadable = Map.of();
    private List<Reason> firing = List.of();

    private static FleetMember member(
            String service, String id, FleetMember.State state, String status, String version) {
        return new FleetMember(
                id + "/" + service, id, service, state, version, status, null, Samples.START, null, null, null, null);
    }

    private Verdict verdict() {
        QuietSource[] sources = new QuietSource[quiet];
        Arrays.setAll(
                sources, i -> new QuietSource("s" + i, Samples.START, Duration.ofMinutes(30), Duration.ofMinutes(10)));
        return Judge.judge(
                new Situation(
                        reading,
                        silence,
                        fleet,
                        lag,
                        trend,
                        unaccounted,
                        settled,
                        deadShare,
                        50,
                        List.of(sources),
                        unreadable),
                firing);
    }

    @Test
    void allAsItShouldBeIsHealthy() {
        assertThat(verdict()).isEqualTo(new Verdict(Level.OK, "Healthy", List.of()));
    }

    @Test
    void whatFiresIsNotHealthyAndWhatIsSaidAnywayIsSaidOnce() {
        firing = List.of(
                new Reason(Reason.Code.NO_EVENTS, Level.WARN, "no events come", "/"),
                new Reason(Reason.Code.BEHIND, Level.WARN, "7 s behind and growing", "/pipeline"));
        assertThat(verdict().sentence()).isEqualTo("7 s behind and growing; no events come");

        lag = 41;

        assertThat(verdict().sentence()).isEqualTo("41 s behind; no events come");
        assertThat(verdict().level()).isEqualTo(Level.WARN);

        reading = Health.starting("the ledger");

        assertThat(verdict().sentence()).isEqualTo("Starting: the ledger");
    }

    @ParameterizedTest
    @CsvSource({
        "9.9, 5, OK, Healthy",
        "NaN, NaN, OK, Healthy",
        "41, 0.5, WARN, 41 s behind and growing",
        "41, 0, WARN, 41 s behind",
        "41, NaN, WARN, 41 s behind",
        "41, -0.5, WARN, 41 s behind and catching up",
        "400, 0.5, BAD, 6 min behind and growing",
        "400, -0.5, WARN, 6 min behind and catching up",
        "9000, 0, BAD, 2 h behind"
    })
    void beingBehindIsSaidWithItsTrend(double seconds, double slope, Level level, String sentence) {
        lag = seconds;
        trend = slope;

        assertThat(verdict().sentence()).isEqualTo(sentence);
        assertThat(verdict().level()).isEqualTo(level);
    }

    @Test
    void silentSourcesAreNamedWhenTheyAreFew() {
        quiet = 2;
        assertThat(verdict().sentence()).isEqualTo("2 sources silent (s0, s1)");
        quiet = 3;
        assertThat(verdict().sentence()).isEqualTo("3 sources silent");
        assertThat(verdict().reasons().get(0).link()).isEqualTo("/sources?state=silent");
    }

    @Test
    void aGoneInstanceIsWorseWhenItWasTheOnlyOne() {
        fleet = List.of(INGEST, ENRICH, member("enrich", "b", FleetMember.State.GONE, "up", "1"));
        assertThat(verdict().sentence()).isEqualTo("An instance of enrich is gone (b)");
        assertThat(verdict().level()).isEqualTo(Level.WARN);

        fleet = List.of(INGEST, member("enrich", "b", FleetMember.State.GONE, "up", "1"));
        assertThat(verdict().sentence()).isEqualTo("Enrich is gone (b)");
        assertThat(verdict().level()).isEqualTo(Level.BAD);

        fleet = List.of(INGEST, ENRICH, member("enrich", "b", FleetMember.State.STOPPED, "stopped", "1"));
        assertThat(verdict().level()).isEqualTo(Level.OK);
    }

    @Test
    void mixedVersionsOfAServiceAreSaid() {
        fleet = List.of(INGEST, ENRICH, member("enrich", "b", FleetMember.State.ALIVE, "up", "2"));

        assertThat(verdict().sentence()).isEqualTo("Enrich runs in versions 1 and 2");
    }

    @Test
    void booksThatDoNotBalanceAreBad() {
        unaccounted = 1;
        assertThat(verdict().sentence()).isEqualTo("1 record not accounted for");
        unaccounted = -12;
        assertThat(verdict().sentence()).isEqualTo("12 records booked more than once");
        assertThat(verdict().level()).isEqualTo(Level.BAD);
    }

    @Test
    void aShareOfFewRecordsIsChance() {
        deadShare = 0.5;
        settled = 0.05;
        assertThat(verdict().level()).isEqualTo(Level.OK);
        settled = 1;
        assertThat(verdict().sentence()).isEqualTo("50 % of the records become dead letters");
        assertThat(verdict().level()).isEqualTo(Level.BAD);
        deadShare = 0.15;
        assertThat(verdict().level()).isEqualTo(Level.WARN);
    }

    @Test
    void theGravestComeFirstAndTheRestIsCounted() {
        quiet = 3;
        lag = 90;
        trend = 1;
        unreadable = Map.of("news.events.v1", 1L);
        unaccounted = 4;

        assertThat(verdict().sentence()).isEqualTo("4 records not accounted for; 90 s behind and growing; and 2 more");
        assertThat(verdict().reasons())
                .extracting(Reason::code)
                .containsExactly(
                        Reason.Code.OUT_OF_BALANCE,
                        Reason.Code.BEHIND,
                        Reason.Code.UNREADABLE,
                        Reason.Code.SOURCES_SILENT);
    }

    @Test
    void whileTheTopicsAreNotReadNothingElseIsClaimed() {
        lag = 90;
        reading = Health.down("Kafka at x does not answer");
        assertThat(verdict().sentence()).isEqualTo("The topics can't be read: Kafka at x does not answer");
        assertThat(verdict().level()).isEqualTo(Level.BAD);
        reading = Health.starting("reading the ledger from its beginning");
        assertThat(verdict().sentence()).isEqualTo("Starting: reading the ledger from its beginning");
    }

    @Test
    void silenceOfAllIsNotTheDeathOfEach() {
        silence = Optional.of(Duration.ofSeconds(30));
        assertThat(verdict().sentence()).isEqualTo("No instance was heard for 30 s");
        silence = Optional.empty();
        fleet = List.of();
        assertThat(verdict().sentence()).isEqualTo("No instance was heard yet");
    }

    @Test
    void theTrendIsTheSlope() {
        double[] values = new double[300];
        Arrays.setAll(values, i -> i % 7 == 0 ? Double.NaN : 12 + 0.25 * i);
        assertThat(Trend.of(values)).isCloseTo(0.25, within(1e-9));
        Arrays.fill(values, Double.NaN);
        assertThat(Trend.of(values)).isNaN();
        assertThat(Trend.of(new double[29])).isNaN();
        assertThat(Trend.of(new double[300])).isZero();
    }

    @Test
    void workThatStandsStillForAMinuteIsMissing() {
        Balance balance = new Balance();
        assertThat(balance.unaccounted(Samples.START, new Counts(10, 8, 0, 0, 0)))
                .isZero();
        assertThat(balance.unaccounted(Samples.START.plusSeconds(59), new Counts(11, 8, 0, 0, 0)))
                .isZero();
        assertThat(balance.unaccounted(Samples.START.plusSeconds(118), new Counts(11, 8, 0, 0, 0)))
                .isZero();
        assertThat(balance.unaccounted(Samples.START.plusSeconds(119), new Counts(11, 8, 0, 0, 0)))
                .isEqualTo(3);
        assertThat(balance.unaccounted(Samples.START.plusSeconds(120), new Counts(11, 12, 0, 0, 0)))
                .isEqualTo(-1);
    }
}
