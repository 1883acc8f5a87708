package dev.dateline.dashboard.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertRulesTest {
    @TempDir
    private Path folder;

    private AlertRules with(String text) throws IOException {
        return AlertRules.withFile(Files.writeString(folder.resolve("our-alerts.conf"), text));
    }

    private static AlertRule named(AlertRules rules, String name) {
        return rules.all().stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theStandardRulesCoverWhatCanGoWrong() {
        assertThat(AlertRules.standard().all())
                .extracting(AlertRule::name)
                .containsExactly(
                        "books-do-not-balance",
                        "falling-behind",
                        "instance-gone",
                        "many-dead-letters",
                        "no-events",
                        "source-silent");
        AlertRule behind = named(AlertRules.standard(), "falling-behind");
        assertThat(behind.threshold()).isEqualTo(30);
        assertThat(behind.lasting()).isEqualTo(Duration.ofMinutes(10));
        assertThat(behind.keepFiring()).isEqualTo(Duration.ofMinutes(1));
        assertThat(behind.severity()).isEqualTo(Severity.TICKET);
    }

    @Test
    void aFileChangesOneFieldAndLeavesTheRest() throws IOException {
        AlertRules rules = with("rules.no-events { for = 2 hours, severity = info }");

        assertThat(rules.all()).hasSize(6);
        AlertRule changed = named(rules, "no-events");
        assertThat(changed.lasting()).isEqualTo(Duration.ofHours(2));
        assertThat(changed.severity()).isEqualTo(Severity.INFO);
        assertThat(changed.condition()).isEqualTo(Condition.NO_EVENTS);
        assertThat(changed.note()).isNotBlank();
    }

    @Test
    void aFileSwitchesOffAndAdds() throws IOException {
        AlertRules rules = with(
                """
                rules {
                  no-events.enabled = false
                  hours-behind { condition = lag, threshold = 2 h, for = 0 s, keep-firing-for = 0 s, severity = page }
                }
                """);

        assertThat(rules.all())
                .extracting(AlertRule::name)
                .contains("hours-behind")
                .doesNotContain("no-events");
        assertThat(named(rules, "hours-behind").threshold()).isEqualTo(7200);
        assertThat(named(rules, "hours-behind").note()).isNull();
    }

    @Test
    void everyProblemIsToldAtOnceWithItsLine() {
        assertThatThrownBy(
                        () -> with(
                                """
                        rules {
                          no-events.fro = 5 minutes
                          many-dead-letters.threshold = 10
                          slow { condition = laag, for = 10, severity = urgent }
                        }
                        rule = {}
                        """))
                .isInstanceOf(AlertRulesException.class)
                .hasMessageContainingAll(
                        "6 problems",
                        "our-alerts.conf: 2: rules.no-events.fro is not known; did you mean for?",
                        "our-alerts.conf: 3: rules.many-dead-letters.threshold is 10.0, expected a share from 0 to 1, "
                                + "such as 0.1 for 10 %",
                        "our-alerts.conf: 4: rules.slow.condition is \"laag\"; did you mean lag?",
                        "rules.slow.for is 10, expected whole seconds up to 7 days with their unit, such as 10 minutes",
                        "rules.slow.severity is \"urgent\", expected one of page, ticket, info",
                        "our-alerts.conf: 6: rule is not known here");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    rules { X { } }                                      | expected lower-case words
                    rules { a = 5 }                                      | rules.a is 5, expected { condition
                    rules { a { condition = lag, threshold = 5 s, severity = info } } | rules.a.for is missing
                    rules { a { condition = lag, for = 5 s, severity = info } } | rules.a.threshold is missing, expected whole seconds
                    rules { a { threshold = 5 s, for = 5 s, severity = info } } | rules.a.condition is missing
                    rules { no-events.threshold = many }                 | rules.no-events.threshold is "many", expected events per second
                    rules { no-events.threshold = -1 }                   | rules.no-events.threshold is -1.0, expected events per second
                    rules { no-events.for = 8 days }                     | rules.no-events.for is 8 days, expected whole seconds up to 7 days
                    rules { no-events.enabled = 7 }                      | rules.no-events.enabled is "7", expected true or false
                    rules { instance-gone.threshold = 3 }                | rules.instance-gone.threshold means nothing for instance-gone
                    rules = 3                                            | there is no rules { }
                    rules {                                              | is not HOCON
                    """)
    void whatIsWrongIsToldWithWhatIsExpected(String text, String told) {
        assertThatThrownBy(() -> with(text))
                .isInstanceOf(AlertRulesException.class)
                .hasMessageContaining(told);
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        assertThatThrownBy(() -> AlertRules.withFile(folder.resolve("none.conf")))
                .hasMessageContaining("none.conf can't be read");
    }

    @Test
    void rulesAreBounded() {
        StringBuilder many = new StringBuilder();
        for (int rule = 0; rule <= RuleReader.MOST_RULES; rule++) {
            many.append("rules.r%d { condition = lag, threshold = 1 s, for = 1 s, severity = info }%n".formatted(rule));
        }

        assertThatThrownBy(() -> with(many.toString())).hasMessageContaining("50 are possible");
    }
}
