package dev.dateline.dashboard.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.dashboard.verdict.Level;
import dev.dateline.dashboard.verdict.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertBoardTest {
    private static final Instant START = Instant.parse("2026-11-22T09:00:00Z");
    private static final Snapshot HEALTHY = Snapshot.HEALTHY;

    private static AlertRule at(Condition condition, double threshold, Severity severity) {
        return new AlertRule(condition.word(), condition, threshold, Duration.ZERO, Duration.ZERO, severity, null);
    }

    private static List<String> holding(Condition condition, double threshold, Snapshot signals) {
        AlertBoard board = new AlertBoard(new AlertRules(List.of(at(condition, threshold, Severity.INFO))));
        return board.evaluate(START, Optional.of(signals)).stream()
                .map(Alert::summary)
                .toList();
    }

    @Test
    void nothingIsWrongWithWhatIsHealthy() {
        AlertBoard board = new AlertBoard(AlertRules.standard());

        assertThat(board.evaluate(START, Optional.of(HEALTHY))).isEmpty();
        assertThat(board.alerts()).isEmpty();
        assertThat(board.rules()).hasSize(6).allMatch(RuleStatus::measured);
    }

    @Test
    void whatFiresIsAReasonAsLongAsItHoldsUnlessItIsOnlyWorthKnowing() {
        AlertRule keeps =
                new AlertRule("lag", Condition.LAG, 30, Duration.ZERO, Duration.ofMinutes(1), Severity.TICKET, null);
        AlertBoard board =
                new AlertBoard(new AlertRules(List.of(keeps, at(Condition.OUT_OF_BALANCE, 0, Severity.INFO))));
        board.evaluate(START, Optional.of(HEALTHY));
        assertThat(board.reasons()).isEmpty();

        board.evaluate(START.plusSeconds(1), Optional.of(HEALTHY.lag(41.4, 0.5).unaccounted(5)));
        assertThat(board.reasons())
                .containsExactly(new Reason(Reason.Code.BEHIND, Level.WARN, "41 s behind", "/pipeline"));

        board.evaluate(START.plusSeconds(2), Optional.of(HEALTHY));
        assertThat(board.alerts()).as("kept for a minute").hasSize(1);
        assertThat(board.reasons()).isEmpty();
    }

    @Test
    void aLagThatShrinksIsNotRising() {
        assertThat(holding(Condition.LAG_RISING, 30, HEALTHY.lag(41.4, 0.5)))
                .containsExactly("41 s behind and growing");
        assertThat(holding(Condition.LAG_RISING, 30, HEALTHY.lag(41.4, -0.5))).isEmpty();
        assertThat(holding(Condition.LAG_RISING, 30, HEALTHY.lag(30, 0.5))).isEmpty();
        assertThat(holding(Condition.LAG, 30, HEALTHY.lag(700, -0.5))).containsExactly("11 min 40 s behind");
    }

    @Test
    void everySourceBeyondItsRhythmIsNamed() {
        assertThat(holding(
                        Condition.SOURCE_SILENT,
                        4,
                        HEALTHY.silent(new SilentSource("gazette", 9000, 1800), new SilentSource("wire", 120, 60))))
                .containsExactly("gazette has been silent for 5 times its longest pause of the day before");
    }

    @Test
    void theOtherConditions() {
        assertThat(holding(Condition.OUT_OF_BALANCE, 0, HEALTHY.unaccounted(1200)))
                .containsExactly("1,200 records are not accounted for although nothing moves");
        assertThat(holding(Condition.DEAD_LETTER_SHARE, 0.1, HEALTHY.deadLetters(0.1234)))
                .containsExactly("12.3 % of the records become dead letters");
        assertThat(holding(Condition.DEAD_LETTER_SHARE, 0.1, HEALTHY.deadLetters(0.1)))
                .isEmpty();
        assertThat(holding(Condition.NO_EVENTS, 0, HEALTHY.events(0))).containsExactly("no events come");
        assertThat(holding(Condition.NO_EVENTS, 0.5, HEALTHY.events(0.2)))
                .containsExactly("only 0.2 events a second come");
        assertThat(holding(Condition.INSTANCE_GONE, 0, HEALTHY.gone("host-2/enrich")))
                .containsExactly("host-2/enrich is gone");
    }

    @ParameterizedTest
    @CsvSource({"LAG, 30", "LAG_RISING, 30", "OUT_OF_BALANCE, 0", "DEAD_LETTER_SHARE, 0.1", "NO_EVENTS, 0"})
    void whatIsNotMeasuredIsNeitherGoodNorBad(Condition condition, double threshold) {
        Snapshot unknown =
                new Snapshot(Double.NaN, Double.NaN, List.of(), Double.NaN, Double.NaN, Double.NaN, List.of());
        AlertBoard board = new AlertBoard(new AlertRules(List.of(at(condition, threshold, Severity.PAGE))));

        assertThat(board.evaluate(START, Optional.of(unknown))).isEmpty();
        assertThat(board.rules()).noneMatch(RuleStatus::measured);
    }

    @Test
    void beforeTheTopicsAreReadNothingIsMeasured() {
        AlertBoard board = new AlertBoard(AlertRules.standard());

        assertThat(board.evaluate(START, Optional.empty())).isEmpty();
        assertThat(board.rules()).noneMatch(RuleStatus::measured);
    }

    @Test
    void whatMattersMostComesFirst() {
        AlertRule later =
                new AlertRule("later", Condition.LAG, 0, Duration.ofHours(1), Duration.ZERO, Severity.PAGE, null);
        AlertBoard board = new AlertBoard(new AlertRules(
                List.of(later, at(Condition.NO_EVENTS, 100, Severity.TICKET), at(Condition.LAG, 0, Severity.PAGE))));
        board.evaluate(START, Optional.of(HEALTHY));

        assertThat(board.alerts()).extracting(Alert::rule).containsExactly("lag", "no-events", "later");
    }

    @Test
    void endedAlertsAreRememberedUpToABound() {
        AlertBoard board = new AlertBoard(new AlertRules(List.of(at(Condition.INSTANCE_GONE, 0, Severity.TICKET))));
        int rounds = AlertBoard.MOST_ENDED + 3;
        for (int round = 0; round < rounds; round++) {
            board.evaluate(START.plusSeconds(2L * round), Optional.of(HEALTHY.gone("host-" + round)));
            board.evaluate(START.plusSeconds(2L * round + 1), Optional.of(HEALTHY));
        }

        assertThat(board.ended()).hasSize(AlertBoard.MOST_ENDED);
        assertThat(board.ended().get(0).subject()).isEqualTo("host-" + (rounds - 1));
    }
}
