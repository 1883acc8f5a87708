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

/** The set has three texts; the last is labelled with a name that is none, and the first begins with a letter of two UTF-16 units. */
class EntitiesTaskTest {
    private static final Path SET = Path.of("src", "test", "resources", "eval", "entities");

    private final Task task = Tasks.named("entities");

    @TempDir
    private Path folder;

    @Test
    void scoresTheStepAndTheTaggerAlone() {
        Scores scores = Tasks.run(task, TasksTest.request(SET, null, null));

        assertThat(scores.items()).isEqualTo(3);
        assertThat(scores.fields())
                .containsKeys("precision", "recall", "f1", "per_type", "misc", "per_source", "tagger_alone");
        Map<?, ?> alone = (Map<?, ?>) scores.fields().get("tagger_alone");
        assertThat(alone.get("expected")).isEqualTo(5L);
        assertThat(alone.get("recall")).isEqualTo(0.8);
        assertThat(alone.get("precision")).isEqualTo(1.0);
        assertThat((Map<?, ?>) scores.fields().get("per_source")).hasSize(2);
    }

    @Test
    void offsetsOfTheFileAreCodePoints() throws IOException {
        Path written = folder.resolve("details.jsonl");
        try (Details details = Details.to(written)) {
            Tasks.run(task, new Request(List.of(SET), null, null, details, line -> {}));
        }

        JsonNode first = Json.MAPPER.readTree(Files.readAllLines(written).get(0));
        assertThat(first.get("expected").get(0).get("start").asInt()).isEqualTo(3);
        assertThat(first.get("expected").get(0).get("surface").asText()).isEqualTo("Maria Kowalska");
    }

    @Test
    void namesTheLineThatIsWrong() throws IOException {
        Path file = folder.resolve("set.jsonl");
        Files.writeString(file, "{\"text\":\"short\",\"entities\":[{\"start\":0,\"end\":99,\"type\":\"PER\"}]}\n");
        assertThatThrownBy(() -> Tasks.run(task, TasksTest.request(file, null, null)))
                .hasMessageContaining("set.jsonl:1 is not");

        Files.writeString(file, "{\"id\":\"1\"}\n");
        assertThatThrownBy(() -> Tasks.run(task, TasksTest.request(folder, null, null)))
                .hasMessageContaining("has no text or no entities");
    }

    @Test
    void saysWhatItExpects() {
        assertThatThrownBy(() -> Tasks.run(task, TasksTest.request(folder, null, null)))
                .hasMessageContaining("expects a folder with *.jsonl");
    }
}
