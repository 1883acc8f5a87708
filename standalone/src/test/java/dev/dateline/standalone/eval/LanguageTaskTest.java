package dev.dateline.standalone.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.common.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The set has 2 titles and 4 sentences, of which one sentence is labelled with a language that there is not. */
class LanguageTaskTest {
    private static final Path SET = Path.of("src", "test", "resources", "eval", "language");

    private final Task task = Tasks.named("language");

    @TempDir
    private Path folder;

    @Test
    void countsWhatIsRightByKindAndLanguage() {
        Scores scores = Tasks.run(task, TasksTest.request(SET, null, null));

        assertThat(scores.items()).isEqualTo(6);
        assertThat(scores.fields())
                .containsEntry("title", 1.0)
                .containsEntry("sentence", 0.75)
                .containsEntry(
                        "per_language",
                        Map.of(
                                "de", Map.of("title", 1.0, "sentence", 1.0),
                                "en", Map.of("title", 1.0, "sentence", 1.0),
                                "fr", Map.of("sentence", 1.0),
                                "xx", Map.of("sentence", 0.0)));
    }

    @Test
    void addsUpSeveralFolders() {
        Scores scores = Tasks.run(task, new Request(List.of(SET, SET), null, null, Details.none(), line -> {}));

        assertThat(scores.items()).isEqualTo(12);
        assertThat(scores.fields()).containsEntry("sentence", 0.75);
    }

    @Test
    void saysForEveryTextWhatWasExpectedAndFound() throws IOException {
        Path written = folder.resolve("details.jsonl");
        try (Details details = Details.to(written)) {
            Tasks.run(task, new Request(List.of(SET), null, null, details, line -> {}));
        }

        List<String> lines = Files.readAllLines(written);
        JsonNode last = Json.MAPPER.readTree(lines.get(5));
        assertThat(lines).hasSize(6);
        assertThat(last.get("line").asInt()).isEqualTo(7);
        assertThat(last.get("expected").asText()).isEqualTo("xx");
        assertThat(last.get("got").asText()).isEqualTo("en");
        assertThat(last.get("why").asText()).startsWith("confidence ");
    }

    @Test
    void namesTheLineThatIsWrong() throws IOException {
        Files.writeString(folder.resolve("texts.tsv"), "lang\tkind\ttext\nen\ttitle\tfine\nen\tparagraph\tnot\n");
        assertThatThrownBy(() -> Tasks.run(task, TasksTest.request(folder, null, null)))
                .hasMessageContaining("texts.tsv:3 is not lang, kind (title or sentence) and text");

        Files.writeString(folder.resolve("texts.tsv"), "language,text\n");
        assertThatThrownBy(() -> Tasks.run(task, TasksTest.request(folder, null, null)))
                .hasMessageContaining("must begin with the header lang, kind, text");
    }
}
