package dev.dateline.standalone.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.common.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of the four items the third has a wrong label, and the fourth has no words. */
class TopicsTaskTest {
    private static final Path SET = Path.of("src", "test", "resources", "eval", "topics");

    private final Task task = Tasks.named("topics");

    @TempDir
    private Path folder;

    @Test
    void countsFirstAndFirstThree() {
        Scores scores = Tasks.run(task, TasksTest.request(SET, null, null));

        assertThat(scores.items()).isEqualTo(4);
        assertThat(scores.fields())
                .containsEntry("top1", 0.5)
                .containsEntry("top3", 0.5)
                .containsEntry("none", 0.25);
        // F1 of sport is 2/3, of politics 1, of weather 0; health is no label.
        assertThat((Double) scores.fields().get("macro_f1")).isCloseTo((2 / 3.0 + 1) / 3, within(1e-9));
        assertThat(scores.fields().get("per_label"))
                .extracting("medtop:15000000")
                .isEqualTo(Map.of("items", 2, "top1", 0.5, "top3", 0.5, "precision", 1.0, "f1", 2 / 3.0));
    }

    @Test
    void saysForEveryItemWhatWasExpectedAndFound() throws IOException {
        Path written = folder.resolve("details.jsonl");
        try (Details details = Details.to(written)) {
            Tasks.run(task, new Request(List.of(SET), null, null, details, line -> {}));
        }

        JsonNode first = Json.MAPPER.readTree(Files.readAllLines(written).get(0));
        assertThat(first.get("expected").asText()).isEqualTo("medtop:15000000");
        assertThat(first.get("got").get(0).asText()).isEqualTo("medtop:15000000");
        assertThat(first.get("why").get(0).get("evidence")).isNotEmpty();
    }

    @Test
    void namesTheLineThatIsWrong() throws IOException {
        Files.writeString(folder.resolve("items.jsonl"), "{\"id\": \"1\"}\n");
        assertThatThrownBy(() -> Tasks.run(task, TasksTest.request(folder, null, null)))
                .hasMessageContaining("items.jsonl:1 needs id, topic, and title or body");

        Files.writeString(folder.resolve("items.jsonl"), "id,topic\n");
        assertThatThrownBy(() -> Tasks.run(task, TasksTest.request(folder, null, null)))
                .hasMessageContaining("items.jsonl:1 is not JSON");
    }
}
