package dev.dateline.standalone.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.common.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The set has a page with snippets, of which one is not on it and one is of its text though it must not be, and a page with its body. */
class ExtractionTaskTest {
    private static final Path SET = Path.of("src", "test", "resources", "eval", "extraction");

    private final Task task = Tasks.named("extraction");

    @TempDir
    private Path folder;

    @Test
    void scoresWhatIsLabelled() {
        Scores scores = Tasks.run(task, TasksTest.request(SET, null, null));

        assertThat(scores.items()).isEqualTo(2);
        assertThat(scores.fields())
                .containsEntry("precision", 1.0)
                .containsEntry("recall", 1.0)
                .containsEntry("f1", 1.0)
                .containsEntry("accuracy", 1.0)
                .containsEntry("snippet_f1", 0.5)
                .containsEntry("title", 0.5)
                .containsEntry("author", 1.0)
                .containsEntry("date_precision", 0.5)
                .containsEntry("date_recall", 0.5)
                .containsEntry("date_f1", 0.5);
    }

    @Test
    void saysForEveryPageWhatWasExpectedAndFoundAndWhy() throws IOException {
        Path written = folder.resolve("details.jsonl");
        try (Details details = Details.to(written)) {
            Tasks.run(task, new Request(List.of(SET), null, null, details, line -> {}));
        }

        List<String> lines = Files.readAllLines(written);
        JsonNode seeds = Json.MAPPER.readTree(lines.get(1));
        assertThat(lines).hasSize(2);
        assertThat(seeds.at("/missed/title").asText()).isEqualTo("The seeds");
        assertThat(seeds.at("/got/published_at").asText()).isEqualTo("2023-05-17");
        assertThat(seeds.at("/expected/published_at").asText()).isEqualTo("2023-05-18");
        assertThat(seeds.get("why").toString()).contains("published_at from the address: 2023-05-17");
    }

    @Test
    void aLineThatIsNotOfTheFormIsNamed() throws IOException {
        Files.writeString(
                folder.resolve("truth.jsonl"), "{\"id\": \"a\", \"url\": \"b\", \"published_at\": \"soon\"}\n");

        assertThatThrownBy(() -> Tasks.run(task, TasksTest.request(folder, null, null)))
                .isInstanceOf(EvalException.class)
                .hasMessageContaining("truth.jsonl:1 is not JSON with id and url");
    }

    @Test
    void aPageThatIsNotThereIsNamed() throws IOException {
        Files.writeString(folder.resolve("truth.jsonl"), "{\"id\": \"a\", \"url\": \"b\"}\n");

        assertThatThrownBy(() -> Tasks.run(task, TasksTest.request(folder, null, null)))
                .isInstanceOf(EvalException.class)
                .hasMessageContaining("a.html");
    }
}
