package dev.dateline.standalone.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The set: a1 and a2 have the same words in another case, a3 has a sentence more; b1 and b2 are equal, and so is b3, 16 days later; c1 and
 * d1 stand alone. Four pairs are listed, two of them exact.
 */
class DedupTaskTest {
    private static final Path SET = Path.of("src", "test", "resources", "eval", "dedup");

    private final Task task = Tasks.named("dedup");

    @TempDir
    private Path folder;

    @BeforeEach
    void pack() throws IOException {
        Files.copy(SET.resolve("pairs.tsv"), folder.resolve("pairs.tsv"));
        articles(Files.readString(SET.resolve("articles.jsonl")));
    }

    @Test
    void scoresALiveFeedInTheRealTopology() throws IOException {
        Path written = folder.resolve("details.jsonl");
        Scores scores;
        try (Details details = Details.to(written)) {
            scores = Tasks.run(task, new Request(List.of(folder), null, null, details, line -> {}));
        }

        assertThat(scores.items()).isEqualTo(8);
        assertThat(scores.fields())
                .containsEntry("precision", 1.0)
                .containsEntry("recall", 0.5)
                .containsEntry("f1", 0.6667)
                // Pairs together: expected 4, found 2, in both 2, of 28: (2 - 8/28) / (3 - 8/28).
                .containsEntry("ari", 0.6316)
                .containsEntry("groups", 6L)
                .containsEntry("late", 0L)
                .containsEntry("dead_letters", 0);
        assertThat(Files.readAllLines(written))
                .hasSize(8)
                .anyMatch(line -> line.startsWith("{\"id\":\"a1\",\"expected\":[\"a2\",\"a3\"],\"got\":[\"a2\"],"
                        + "\"why\":\"the same words_hash "))
                .anyMatch(line -> line.startsWith("{\"id\":\"b3\",\"expected\":[],\"got\":[],"));
    }

    @Test
    void theOrderOfArrivalAndThePartitionsChangeNothing() {
        Map<String, Object> once =
                Tasks.run(task, TasksTest.request(folder, 1L, null)).fields();

        assertThat(once).containsEntry("precision", 1.0).containsEntry("recall", 0.5);
        assertThat(Tasks.run(task, TasksTest.request(folder, 2L, 1)).fields()).isEqualTo(once);
        for (int partitions = 2; partitions <= 5; partitions++) {
            Map<String, Object> spread = Tasks.run(task, TasksTest.request(folder, (long) partitions, partitions))
                    .fields();
            assertThat(spread)
                    .containsEntry("groups", once.get("groups"))
                    .containsEntry("precision", once.get("precision"))
                    .containsEntry("ari", once.get("ari"));
        }
    }

    @Test
    void thePureStepsKeepWhatTheTopologyKeeps() {
        Map<String, Object> topology =
                Tasks.run(task, TasksTest.request(folder, 3L, 1)).fields();
        Map<String, Object> pure =
                Tasks.run(task, TasksTest.request(folder, 3L, 2)).fields();

        Map<?, ?> inTopology = (Map<?, ?>) topology.get("state_bytes");
        Map<?, ?> inPure = (Map<?, ?>) pure.get("state_bytes");
        assertThat(inTopology.get("groups-by-words")).isEqualTo(inPure.get("groups-by-words"));
        assertThat(inTopology.get("members-by-words")).isEqualTo(inPure.get("members-by-words"));
        assertThat(inTopology.get("articles-by-id")).isEqualTo(inPure.get("articles-by-id"));
    }

    @Test
    void countsWhatHasNoText() throws IOException {
        articles(Files.readString(SET.resolve("articles.jsonl"))
                .replaceAll("\"body\": \"Three hikers[^\"]*", "\"body\": \"..."));

        assertThat(Tasks.run(task, TasksTest.request(folder, null, null)).fields())
                .containsEntry("dead_letters", 1);
        assertThat(Tasks.run(task, TasksTest.request(folder, null, 3)).fields()).containsEntry("dead_letters", 1);
    }

    @Test
    void namesTheLineThatIsWrong() throws IOException {
        Files.writeString(folder.resolve("pairs.tsv"), "id_a\tid_b\na1\ta2\na1\tz9\n");
        assertThatThrownBy(() -> Tasks.run(task, TasksTest.request(folder, null, null)))
                .hasMessageContaining("pairs.tsv:3 is not two ids of articles.jsonl.gz");

        articles("{\"id\":\"a1\",\"source\":\"x\",\"published_at\":\"yesterday\",\"title\":\"\",\"body\":\"b\"}\n");
        assertThatThrownBy(() -> Tasks.run(task, TasksTest.request(folder, null, null)))
                .hasMessageContaining("articles.jsonl.gz:1 is not JSON with id, source, published_at");

        Files.writeString(folder.resolve("articles.jsonl.gz"), "not gzip");
        assertThatThrownBy(() -> Tasks.run(task, TasksTest.request(folder, null, null)))
                .hasMessageContaining("articles.jsonl.gz as gzip");
    }

    @Test
    void takesOneFolderAndSomePartitions() {
        assertThatThrownBy(() ->
                        Tasks.run(task, new Request(List.of(folder, folder), null, null, Details.none(), line -> {})))
                .hasMessageContaining("the task dedup takes one folder");
        assertThatThrownBy(() -> Tasks.run(task, TasksTest.request(folder, null, 0)))
                .hasMessageContaining("--partitions takes 1 to 64");
    }

    private void articles(String lines) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("articles.jsonl.gz")))) {
            out.write(lines.getBytes(StandardCharsets.UTF_8));
        }
    }
}
