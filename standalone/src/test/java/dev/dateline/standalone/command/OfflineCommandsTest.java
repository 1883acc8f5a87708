package dev.dateline.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.common.wire.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands that need no Kafka, as they are typed: what is printed where, and the exit code. */
class OfflineCommandsTest {
    private static final Path RESOURCES = Path.of("src", "test", "resources");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void explainPrintsOneJsonObject() throws IOException {
        int exit = run(
                "explain",
                "--json",
                "--source",
                "desk",
                RESOURCES.resolve("explain/article.txt").toString());

        JsonNode printed = Json.MAPPER.readTree(out.toString());
        assertThat(exit).isZero();
        assertThat(out.toString().lines()).hasSize(1);
        assertThat(printed.at("/event/source_id").asText()).isEqualTo("desk");
        assertThat(printed.at("/input/media_type").asText()).isEqualTo("text/plain");
    }

    @Test
    void explainExitsWithOneForADeadLetter() {
        int exit = run("explain", RESOURCES.resolve("explain/empty.json").toString());

        assertThat(exit).isEqualTo(1);
        assertThat(out.toString()).contains("DEAD LETTER", "NO_TEXT");
    }

    @Test
    void explainSaysWhatItNeeds() {
        assertThat(run("explain", "no-such-file.txt")).isEqualTo(1);
        assertThat(err.toString()).contains("there is no file no-such-file.txt");
    }

    @Test
    void explainComparesArticlesWithAnother() throws IOException {
        int exit = run(
                "explain", "--json", "--against", example("agency.json"), example("local.json"), example("other.json"));

        List<String> lines = out.toString().lines().toList();
        assertThat(exit).isZero();
        assertThat(lines).hasSize(2);
        assertThat(Json.MAPPER.readTree(lines.get(0)).get("copies").asBoolean()).isTrue();
        assertThat(Json.MAPPER.readTree(lines.get(1)).get("copies").asBoolean()).isFalse();
    }

    @Test
    void diffEventsTellsWhatChanged() throws IOException {
        Path before = folder.resolve("before.jsonl");
        Path after = folder.resolve("after.jsonl");
        Files.writeString(
                before, "{\"article_id\":\"a\",\"title\":\"T\",\"language\":\"en\"}\n{\"article_id\":\"b\"}\n");
        Files.writeString(after, "{\"article_id\":\"a\",\"title\":\"T\",\"language\":\"\\u001b[2J\"}\n");

        assertThat(run("diff-events", before.toString(), after.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains("1 articles in both, 1 of them differ; 1 only in", "- en", "+ \\u{1b}[2J")
                .doesNotContain("\u001b");
        out.getBuffer().setLength(0);
        assertThat(run("diff-events", "--json", before.toString(), after.toString()))
                .isEqualTo(1);
        JsonNode counts = Json.MAPPER.readTree(out.toString());
        assertThat(counts.at("/fields/language/events").asInt()).isEqualTo(1);
        assertThat(counts.get("only_first").asInt()).isEqualTo(1);
        assertThat(run("diff-events", before.toString(), before.toString())).isZero();
        assertThat(run("diff-events", before.toString(), "none.jsonl")).isEqualTo(1);
        assertThat(err.toString()).contains("there is no file none.jsonl");
    }

    @Test
    void explainShowsWhyAnArticleCantBeCompared() {
        assertThat(run("explain", "--against", example("agency.json"), example("empty.json")))
                .isEqualTo(1);
        assertThat(out.toString()).contains("DEAD LETTER", "NO_TEXT").doesNotContain("VERDICT");
    }

    @Test
    void explainRefusesWhatIsAmbiguous() {
        assertThat(run("explain", example("agency.json"), example("local.json")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("explain takes one FILE", "--against OTHER");
        assertThat(run("explain", "--against", "-", "-")).isEqualTo(2);
        assertThat(err.toString()).contains("standard input is one article");
        assertThat(run("explain", "--id", "7", "--against", example("agency.json"), example("local.json")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--id and --url name one article");
    }

    @Test
    void evalPrintsOneJsonObjectAndTalksOnStandardError() throws IOException {
        int exit = run("eval", "language", RESOURCES.resolve("eval/language").toString());

        JsonNode printed = Json.MAPPER.readTree(out.toString());
        assertThat(exit).isZero();
        assertThat(out.toString().lines()).hasSize(1);
        assertThat(printed.get("task").asText()).isEqualTo("language");
        assertThat(printed.get("items").asInt()).isEqualTo(6);
        assertThat(err.toString()).contains("tagging 6 texts");
    }

    @Test
    void evalListsTheTasks() {
        assertThat(run("eval", "sports", "x")).isEqualTo(1);
        assertThat(err.toString()).contains("there is no task \"sports\"", "language", "dedup");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void simulateWritesALabelledSetWithoutAPipeline() throws IOException {
        Path set = folder.resolve("set");
        Path truth = folder.resolve("truth.jsonl");

        int exit = run("simulate", "--labels", set.toString(), "--count", "200", "--json", "--truth", truth.toString());

        assertThat(exit).as(err.toString()).isZero();
        JsonNode sum = Json.MAPPER.readTree(out.toString());
        assertThat(sum.get("articles").asInt()).isEqualTo(200);
        assertThat(Files.readAllLines(set.resolve("pairs.tsv")))
                .hasSize(sum.get("pairs").asInt() + 1)
                .hasSizeGreaterThan(20)
                .first()
                .isEqualTo("id_a\tid_b\tcontainment");
        assertThat(set.resolve("articles.jsonl.gz")).isNotEmptyFile();
        assertThat(Files.readAllLines(truth)).hasSize(200);
    }

    @Test
    void labelsSendNothingSoTheyNeedNoRate() {
        assertThat(run("simulate", "--labels", folder.toString(), "--rate", "5/s"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--labels sends nothing");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void labelsThatCannotBeWrittenAreNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(run("simulate", "--labels", file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("--labels", "can't be written");
    }

    @Test
    void benchRefusesNonsense() {
        assertThat(run("bench", "--rate", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("--rate must be at least 1, not 0");
    }

    private static String example(String name) {
        return RESOURCES.resolve("explain").resolve(name).toString();
    }

    private int run(String... arguments) {
        return Dateline.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .execute(arguments);
    }
}
