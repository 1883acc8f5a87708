package dev.dateline.dashboard.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrometheusRulesTest {
    private static final Path ROOT = Files.exists(Path.of("docker-compose.yml")) ? Path.of("") : Path.of("..");
    private static final Path RULES = ROOT.resolve("ops/prometheus/rules.yml");

    /** {@code -Dupdate.docs} writes it. */
    @Test
    void theFileOfTheRepositoryIsMadeFromTheStandardRules() throws IOException {
        String yaml = PrometheusRules.yaml(AlertRules.standard());
        if (System.getProperty("update.docs") != null) {
            Files.writeString(RULES, yaml);
        }

        assertThat(RULES)
                .as("make it anew: ./dateline alerts prometheus > ops/prometheus/rules.yml")
                .hasContent(yaml);
    }

    @Test
    void aRuleIsWrittenWithAllItsFields() {
        AlertRule rule = new AlertRule(
                "far-behind",
                Condition.LAG,
                90,
                Duration.ofSeconds(90),
                Duration.ofMinutes(2),
                Severity.PAGE,
                "see \"the page\" {{ here }}");

        assertThat(PrometheusRules.yaml(new AlertRules(List.of(rule))))
                .endsWith(
                        """
                              - alert: DatelineFarBehind
                                expr: "max(dateline_enrich_lag_seconds) > 90"
                                for: 90s
                                keep_firing_for: 2m
                                labels: { severity: page, rule: far-behind }
                                annotations:
                                  summary: "{{ $value | humanizeDuration }} behind"
                                  description: "see \\"the page\\" {{ \\"{{\\" }} here }}"
                        """);
    }

    @Test
    void everyConditionCanBeWritten() {
        List<AlertRule> rules = List.of(Condition.values()).stream()
                .map(condition -> new AlertRule(
                        condition.word(), condition, 0, Duration.ZERO, Duration.ZERO, Severity.INFO, null))
                .toList();

        assertThat(PrometheusRules.yaml(new AlertRules(rules)).lines().filter(line -> line.contains("expr: ")))
                .hasSize(Condition.values().length)
                .doesNotHaveDuplicates();
    }

    @Test
    void withoutRulesTheFileIsStillOne() {
        assertThat(PrometheusRules.yaml(new AlertRules(List.of()))).endsWith("rules: []\n");
    }

    @ParameterizedTest
    @CsvSource({"0, 0s", "1, 1s", "90, 90s", "600, 10m", "3600, 1h", "5400, 90m", "86400, 1d", "90000, 25h"})
    void timesAreWrittenInTheLargestUnit(long seconds, String written) {
        assertThat(Length.prometheus(Duration.ofSeconds(seconds))).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "59, 59 s", "60, 1 min", "90, 1 min 30 s", "3600, 1 h", "5430, 1 h 30 min", "90000, 1 d 1 h"})
    void timesAreShownShort(long seconds, String shown) {
        assertThat(Length.show(Duration.ofSeconds(seconds))).isEqualTo(shown);
    }
}
