package dev.dateline.dashboard.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleWatchTest {
    private static final Instant START = Instant.parse("2026-11-22T09:00:00Z");
    private static final Reading FINE = new Reading(true, Map.of());

    private final RuleWatch watch = new RuleWatch(rule(Condition.LAG, 10, 5));

    private static AlertRule rule(Condition condition, int lasting, int keepFiring) {
        return new AlertRule(
                "behind",
                condition,
                30,
                Duration.ofSeconds(lasting),
                Duration.ofSeconds(keepFiring),
                Severity.TICKET,
                "add instances");
    }

    private static Reading lag(double seconds) {
        return Reading.of(seconds, true);
    }

    /** One moment each second, both ends included; all changes. */
    private List<Alert> each(int from, int to, Reading reading) {
        List<Alert> changed = new ArrayList<>();
        for (int second = from; second <= to; second++) {
            changed.addAll(watch.evaluate(START.plusSeconds(second), reading));
        }
        return changed;
    }

    @Test
    void anAlertIsPendingAtOnceAndFiresWhenTheConditionHasLasted() {
        assertThat(each(0, 9, lag(41))).isEmpty();
        assertThat(watch.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.state()).isEqualTo(AlertState.PENDING);
            assertThat(alert.summary()).isEqualTo("41 s behind");
            assertThat(alert.since()).isEqualTo(START);
            assertThat(alert.firedAt()).isNull();
        });

        assertThat(each(10, 12, lag(42))).singleElement().satisfies(alert -> {
            assertThat(alert.state()).isEqualTo(AlertState.FIRING);
            assertThat(alert.firedAt()).isEqualTo(START.plusSeconds(10));
            assertThat(alert.value()).isEqualTo(42);
            assertThat(alert.note()).isEqualTo("add instances");
        });
        assertThat(watch.count(AlertState.FIRING)).isEqualTo(1);
    }

    @Test
    void whatDoesNotLastIsForgottenAndBeginsAnew() {
        each(0, 9, lag(41));
        each(10, 10, FINE);

        assertThat(watch.alerts()).isEmpty();
        assertThat(each(11, 20, lag(41))).isEmpty();
        assertThat(each(21, 21, lag(41))).hasSize(1);
    }

    @Test
    void aFiringAlertIsKeptForAWhileAndThenResolvedOnce() {
        Alert fired = each(0, 10, lag(41)).get(0);

        assertThat(each(11, 14, FINE)).isEmpty();
        assertThat(watch.count(AlertState.FIRING)).isEqualTo(1);
        assertThat(each(15, 20, FINE)).singleElement().satisfies(alert -> {
            assertThat(alert.state()).isEqualTo(AlertState.RESOLVED);
            assertThat(alert.id()).isEqualTo(fired.id());
            assertThat(alert.endedAt()).isEqualTo(START.plusSeconds(15));
            assertThat(alert.value()).isEqualTo(41);
        });
        assertThat(watch.alerts()).isEmpty();
    }

    @Test
    void aShortBreakDoesNotResolve() {
        each(0, 10, lag(41));
        each(11, 14, FINE);

        assertThat(each(15, 15, lag(50))).isEmpty();
        assertThat(each(16, 19, FINE)).isEmpty();
        assertThat(each(20, 20, FINE)).hasSize(1);
    }

    @Test
    void theNextOneIsAnother() {
        Alert first = each(0, 10, lag(41)).get(0);
        each(11, 16, FINE);

        assertThat(each(20, 30, lag(41)).get(0).id()).isNotEqualTo(first.id());
    }

    @Test
    void aGapInTheMeasurementsDoesNotBeginTheTimeAnew() {
        each(0, 4, lag(41));
        each(5, 8, Reading.UNKNOWN);

        assertThat(watch.known()).isFalse();
        assertThat(each(9, 10, lag(41))).hasSize(1);
    }

    @Test
    void whatIsNotSeenForLongIsNotPendingAnyMore() {
        each(0, 4, lag(41));
        each(5, 63, Reading.UNKNOWN);
        assertThat(watch.alerts()).hasSize(1);

        each(64, 64, Reading.UNKNOWN);

        assertThat(watch.alerts()).isEmpty();
    }

    @Test
    void notSeeingAFireDoesNotPutItOut() {
        each(0, 10, lag(41));

        assertThat(each(11, 600, Reading.UNKNOWN)).isEmpty();
        assertThat(watch.count(AlertState.FIRING)).isEqualTo(1);
        assertThat(each(601, 601, FINE)).singleElement().satisfies(alert -> assertThat(alert.state())
                .isEqualTo(AlertState.RESOLVED));
    }

    @Test
    void aRuleWithoutATimeFiresAtOnce() {
        RuleWatch atOnce = new RuleWatch(rule(Condition.LAG, 0, 0));

        assertThat(atOnce.evaluate(START, lag(31))).hasSize(1);
        assertThat(atOnce.evaluate(START.plusSeconds(1), FINE)).hasSize(1);
    }

    @Test
    void eachSourceHasAnAlertOfItsOwn() {
        RuleWatch silent = new RuleWatch(rule(Condition.SOURCE_SILENT, 10, 0));
        silent.evaluate(START, new Reading(true, Map.of("gazette", 5.0)));
        silent.evaluate(START.plusSeconds(6), new Reading(true, Map.of("gazette", 6.0, "wire", 4.04)));

        assertThat(silent.evaluate(START.plusSeconds(10), new Reading(true, Map.of("gazette", 7.0, "wire", 4.1))))
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.subject()).isEqualTo("gazette");
                    assertThat(alert.summary())
                            .isEqualTo("gazette has been silent for 7 times its longest pause of the day before");
                });
        assertThat(silent.alerts()).extracting(Alert::subject).containsExactlyInAnyOrder("gazette", "wire");
    }

    @Test
    void alertsOfOneRuleAreBoundedAndTheOthersCounted() {
        RuleWatch silent = new RuleWatch(rule(Condition.SOURCE_SILENT, 0, 0));
        Map<String, Double> many = new LinkedHashMap<>();
        for (int source = 0; source < RuleWatch.MOST_SUBJECTS + 7; source++) {
            many.put("source-" + source, 9.0);
        }

        assertThat(silent.evaluate(START, new Reading(true, many))).hasSize(RuleWatch.MOST_SUBJECTS);

        assertThat(silent.leftOut()).isEqualTo(7);
        assertThat(silent.holding()).isEqualTo(RuleWatch.MOST_SUBJECTS + 7);
        assertThat(silent.evaluate(START.plusSeconds(1), FINE)).hasSize(RuleWatch.MOST_SUBJECTS);
        assertThat(silent.alerts()).isEmpty();
    }
}
