package dev.dateline.standalone.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TasksTest {
    @TempDir
    private Path folder;

    @Test
    void anUnknownTaskIsAnsweredWithTheList() {
        assertThatThrownBy(() -> Tasks.named("sports"))
                .isInstanceOf(EvalException.class)
                .hasMessageContainingAll("sports", "language", "texts.tsv", "dedup", "articles.jsonl.gz", "pairs.tsv");
    }

    @Test
    void anEmptyFolderIsAnsweredWithTheFilesExpected() {
        for (Task task : Tasks.all()) {
            assertThatThrownBy(() -> Tasks.run(task, request(folder, null, null)))
                    .isInstanceOf(EvalException.class)
                    .hasMessageContainingAll("there is no file", folder.toString(), task.holds());
        }
    }

    @Test
    void aPathThatIsNoFolderIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("some.tsv"), "x");

        assertThatThrownBy(() -> Tasks.run(Tasks.named("language"), request(file, null, null)))
                .hasMessageContaining(file + " is no folder");
        assertThatThrownBy(() -> Tasks.run(Tasks.named("language"), request(folder.resolve("gone"), null, null)))
                .hasMessageContaining("gone is not there");
    }

    @Test
    void optionsOfOtherTasksAreRefused() {
        assertThatThrownBy(() -> Tasks.run(Tasks.named("language"), request(folder, 1L, null)))
                .hasMessage("the task language has no option --order");
        assertThatThrownBy(() -> Tasks.run(Tasks.named("language"), request(folder, null, 2)))
                .hasMessage("the task language has no option --partitions");
    }

    @Test
    void scoresCarryWhatEveryTaskHas() {
        Scores scores = new Scores(10, 0.25, Map.of("f1", 0.5));

        assertThat(scores.toJson("dedup", "some/path"))
                .containsExactly(
                        Map.entry("task", "dedup"),
                        Map.entry("path", "some/path"),
                        Map.entry("items", 10L),
                        Map.entry("cpu_seconds", 0.25),
                        Map.entry("items_per_cpu_second", 40L),
                        Map.entry("f1", 0.5));
    }

    static Request request(Path path, Long order, Integer partitions) {
        return new Request(List.of(path), order, partitions, Details.none(), line -> {});
    }
}
