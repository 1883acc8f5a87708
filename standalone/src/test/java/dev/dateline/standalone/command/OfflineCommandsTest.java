package dev.dateline.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.common.wire.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private int run(String... arguments) {
        return Dateline.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .execute(arguments);
    }
}
