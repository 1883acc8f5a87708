package dev.dateline.standalone.command;

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
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class UsageTest {
    private static final int USAGE = 2;
    private static final int BAD_CONFIGURATION = 78;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"push", "tail", "simulate", "ledger", "demo", "sources", "topics", "keys", "alerts"})
    void everyCommandShowsExamples(String command) {
        Ran help = Ran.of(command, "--help");

        assertThat(help.exit()).isZero();
        assertThat(help.out()).contains("Examples:", "dateline " + command);
    }

    @Test
    void pushNamesOneWay() {
        Ran push = Ran.of("push", "-", "--url", "http://127.0.0.1:1", "--bootstrap-servers", "127.0.0.1:1");

        assertThat(push.exit()).isEqualTo(USAGE);
        assertThat(push.err()).contains("give one");
    }

    @Test
    void pushNeedsSomethingToPush() {
        Ran push = Ran.of("push", folder.toString());

        assertThat(push.exit()).isEqualTo(1);
        assertThat(push.err()).contains("nothing to push");
    }

    @Test
    void anIdBelongsToOneArticle() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "a");
        Files.writeString(folder.resolve("b.txt"), "b");

        assertThat(Ran.of("push", folder.toString(), "--id", "7").exit()).isEqualTo(USAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.com", "127.0.0.1:8080", "http://example.com/?a=b"})
    void addressesAreChecked(String url) {
        assertThat(Ran.of("push", "-", "--url", url).exit()).isEqualTo(USAGE);
    }

    @Test
    void wrongPlansAreUsageErrors() {
        Ran simulate = Ran.of("simulate", "--count", "1000", "--span", "1s");

        assertThat(simulate.exit()).isEqualTo(USAGE);
        assertThat(simulate.err()).contains("span must be");
    }

    @Test
    void topicsAreKnownByTheirWords() {
        assertThat(Ran.of("tail", "letters").err()).contains("dead-letters");
        assertThat(Ran.of("tail", "--help").out()).contains("events, duplicates, dead-letters, raw, ledger");
    }

    @Test
    void aDemoNeverEndsSoItNeedsARate() {
        assertThat(Ran.of("demo", "--rate", "0").exit()).isEqualTo(USAGE);
    }

    @Test
    void alertsAreListedAndWrittenForPrometheus() throws IOException {
        Path rules = Files.writeString(folder.resolve("rules.conf"), "rules.no-events { for = 1 hour }");

        Ran list = Ran.of("alerts", "list", "--file", rules.toString());
        Ran prometheus = Ran.of("alerts", "prometheus", "--file", rules.toString());

        assertThat(list.exit()).isZero();
        assertThat(list.lines()).anyMatch(line -> line.matches("falling-behind +lag-rising +30 s +10 min +ticket"));
        assertThat(prometheus.out()).contains("- alert: DatelineNoEvents", "for: 1h");
    }

    @Test
    void rulesThatAreNotValidAreRefusedWithTheirLine() throws IOException {
        Path rules = Files.writeString(folder.resolve("rules.conf"), "rules.no-events.fro = 1 hour");

        Ran list = Ran.of("alerts", "list", "--file", rules.toString());

        assertThat(list.exit()).isEqualTo(BAD_CONFIGURATION);
        assertThat(list.err()).contains("rules.conf: 1: rules.no-events.fro is not known; did you mean for?");
    }

    @ParameterizedTest
    @CsvSource({"500ms, 500", "30s, 30000", "30, 30000", "5m, 300000", "12h, 43200000", "2d, 172800000"})
    void lengths(String text, long millis) {
        assertThat(new Lengths().convert(text)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({"5/s, 5", "5, 5", "0.5/s, 0.5", "90/m, 1.5", "3600/h, 1", "0, 0"})
    void rates(String text, double perSecond) {
        assertThat(new Rates().convert(text).perSecond()).isEqualTo(perSecond);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "5/d", "1e9", "12h30m"})
    void otherNumbersAreRefused(String text) {
        assertThatThrownBy(() -> new Lengths().convert(text)).isInstanceOf(TypeConversionException.class);
        assertThatThrownBy(() -> new Rates().convert(text)).isInstanceOf(TypeConversionException.class);
    }
}
