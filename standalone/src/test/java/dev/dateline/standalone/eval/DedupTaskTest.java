package dev.dateline.standalone.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.common.wire.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The set: a1 and a2 have the same words in another case, a3 has a sentence more; b1 and b2 are equal, and so is b3, 16 days later; c1 and
 * d1 stand alone. Four pairs are listed.
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
    void scoresWhatTheServiceArrivesAt() throws IOException {
        Scores scores = Tasks.run(task, TasksTest.request(folder, null, null));

        assertThat(scores.items()).isEqualTo(8);
        assertThat(scores.fields())
                .containsEntry("precision", 1.0)
                .containsEntry("recall", 1.0)
                .containsEntry("f1", 1.0)
                .containsEntry("ari", 1.0)
                .containsEntry("candidate_recall", 1.0)
                .containsEntry("groups", 5L)
                .containsEntry("late", 0L)
                .containsEntry("dead_letters", 0)
                .doesNotContainKey("recall_at_containment");
    }

    @Test
    void theDetailsSayWhy() throws IOException {
        pairs("id_a\tid_b\na1\ta2\na1\ta3\na2\ta3\nb1\tb2\nb2\tb3\n");
        Path written = folder.resolve("details.jsonl");
        try (Details details = Details.to(written)) {
            Tasks.run(task, new Request(List.of(folder), null, null, details, line -> {}));
        }

        Map<String, JsonNode> lines = new HashMap<>();
        for (String line : Files.readAllLines(written)) {
            JsonNode read = Json.MAPPER.readTree(line);
            lines.put(read.get("id").asText(), read);
        }
        assertThat(lines).hasSize(8);
        JsonNode copy = lines.get("a3");
        assertThat(copy.at("/original").asText()).isEqualTo("a1");
        assertThat(copy.at("/got/1").asText()).isEqualTo("a2");
        assertThat(copy.at("/why").asText()).startsWith("Copies: about").contains("published 23 h apart");
        assertThat(copy.at("/compared/0/as").asText()).isEqualTo("original");
        JsonNode missed = lines.get("b3");
        assertThat(missed.at("/expected/0").asText()).isEqualTo("b2");
        assertThat(missed.at("/got")).isEmpty();
        assertThat(missed.at("/why").asText())
                .isEqualTo("No copies: published 16 days apart, and the window is 7 days.");
        assertThat(lines.get("b1").at("/compared/0/as").asText()).isEqualTo("nearest");
        assertThat(lines.get("d1").at("/compared")).isEmpty();
    }

    @Test
    void tellsRecallByContainmentWhereTheSetDoes() throws IOException {
        pairs("id_a\tid_b\tcontainment\na1\ta2\t1.0\nc1\td1\t0.55\nb1\tb2\t0.85\nc1\tb1\t0.8\n");

        assertThat(Tasks.run(task, TasksTest.request(folder, null, null)).fields())
                .containsEntry(
                        "recall_at_containment",
                        // c1 is 19 days after b1: no pair.
                        Map.of("0.5", 0.6667, "0.6", 1.0, "0.7", 1.0, "0.8", 1.0, "0.9", 1.0));
    }

    @Test
    void theOrderOfArrivalAndThePartitionsChangeNothing() {
        Map<String, Object> once =
                Tasks.run(task, TasksTest.request(folder, 1L, null)).fields();

        assertThat(once).containsEntry("precision", 1.0).containsEntry("recall", 1.0);
        assertThat(Tasks.run(task, TasksTest.request(folder, 2L, 1)).fields())
                .usingRecursiveComparison()
                .ignoringFields("cpu_seconds_by_step")
                .isEqualTo(once);
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
        Map<?, ?> inTopology = state(Tasks.run(task, TasksTest.request(folder, 3L, 1)));
        Map<?, ?> inPure = state(Tasks.run(task, TasksTest.request(folder, null, null)));

        assertThat((long) inPure.get("articles-by-id"))
                // Whom an article has asked by the way depends on the order of arrival.
                .isCloseTo((long) inTopology.get("articles-by-id"), withinPercentage(10));
        assertThat((long) inPure.get("followers-by-article")).isPositive();
        assertThat((long) inPure.get("bands")).isPositive();
    }

    /** a1 comes again 20 days later, under another id: what it is a copy of is forgotten by then. */
    @Test
    void countsWhatComesLate() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(SET.resolve("articles.jsonl")));
        lines.add(lines.get(0).replace("\"a1\"", "\"a9\""));
        articles(String.join("\n", lines));

        assertThat(Tasks.run(task, TasksTest.request(folder, null, null)).fields())
                .containsEntry("late", 1L)
                .containsEntry("groups", 6L);
        assertThat(Tasks.run(task, TasksTest.request(folder, null, 2)).fields())
                .containsEntry("late", 0L)
                .containsEntry("groups", 5L);
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
        pairs("id_a\tid_b\na1\ta2\na1\tz9\n");
        assertThatThrownBy(() -> Tasks.run(task, TasksTest.request(folder, null, null)))
                .hasMessageContaining("pairs.tsv:3 is not two ids of articles.jsonl.gz");

        pairs("id_a\tid_b\tcontainment\na1\ta2\thalf\n");
        assertThatThrownBy(() -> Tasks.run(task, TasksTest.request(folder, null, null)))
                .hasMessageContaining("pairs.tsv:2 has the containment \"half\", which is not 0 to 1");

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

    private static Map<?, ?> state(Scores scores) {
        return (Map<?, ?>) scores.fields().get("state_bytes");
    }

    private void pairs(String lines) throws IOException {
        Files.writeString(folder.resolve("pairs.tsv"), lines);
    }

    private void articles(String lines) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("articles.jsonl.gz")))) {
            out.write(lines.getBytes(StandardCharsets.UTF_8));
        }
    }
}
