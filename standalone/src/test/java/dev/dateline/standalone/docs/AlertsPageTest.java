package dev.dateline.standalone.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.dashboard.alerts.AlertRule;
import dev.dateline.dashboard.alerts.AlertRules;
import dev.dateline.dashboard.alerts.AlertRulesException;
import dev.dateline.dashboard.alerts.Condition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/alerts.md}: its tables name the rules and conditions there are, and its example can be used. */
class AlertsPageTest {
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z-]+)` \\|", Pattern.MULTILINE);

    @TempDir
    private Path folder;

    private static String section(String title) throws IOException {
        String page = Files.readString(new GeneratedPage("alerts.md").path());
        String from = page.substring(page.indexOf("\n## " + title + "\n") + 1);
        int end = from.indexOf("\n## ", 1);
        return end < 0 ? from : from.substring(0, end);
    }

    private static List<String> firstCells(String text) {
        return ROW.matcher(text).results().map(row -> row.group(1)).toList();
    }

    @Test
    void everyRuleIsInTheTable() throws IOException {
        assertThat(firstCells(section("The rules")))
                .containsExactlyInAnyOrderElementsOf(AlertRules.standard().all().stream()
                        .map(AlertRule::name)
                        .toList());
    }

    @Test
    void everyConditionIsInTheTable() throws IOException {
        assertThat(firstCells(section("Rules of your own")))
                .containsAll(
                        Arrays.stream(Condition.values()).map(Condition::word).toList());
    }

    @Test
    void theExampleCanBeUsed() throws IOException {
        String example = Pattern.compile("```hocon\n(.*?)```", Pattern.DOTALL)
                .matcher(section("Rules of your own"))
                .results()
                .map((MatchResult block) -> block.group(1))
                .findFirst()
                .orElseThrow();

        AlertRules rules = AlertRules.withFile(Files.writeString(folder.resolve("our-alerts.conf"), example));

        assertThat(rules.all())
                .extracting(AlertRule::name)
                .contains("far-behind")
                .doesNotContain("source-silent");
    }

    @Test
    void theProblemsAreToldAsThePageSays() throws IOException {
        Path file = Files.writeString(
                folder.resolve("our-alerts.conf"),
                "rules {\n  no-events.fro = 5 minutes\n  many-dead-letters.threshold = 10\n}\n");
        String[] told = section("Rules of your own")
                .lines()
                .filter(line -> line.startsWith("our-alerts.conf: "))
                .toArray(String[]::new);

        assertThat(told).hasSize(2);
        assertThatThrownBy(() -> AlertRules.withFile(file))
                .isInstanceOf(AlertRulesException.class)
                .hasMessageContainingAll(told);
    }
}
