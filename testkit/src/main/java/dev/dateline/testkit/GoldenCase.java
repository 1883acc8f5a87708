package dev.dateline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A test case as a folder of files: {@code in.jsonl} goes in, every other file is what must come out, one JSON object per line.
 *
 * <p>When an output changes on purpose, {@code mvn test -Dgolden.update} writes the files anew; the diff is then what to review.
 */
public record GoldenCase(Path folder) {
    private static final boolean UPDATE = System.getProperty("golden.update") != null;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** The cases below a folder of the module's test resources, in the order of their names. */
    public static List<GoldenCase> under(String folder) {
        try (Stream<Path> folders = Files.list(Path.of("src", "test", "resources", folder))) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(GoldenCase::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of {@code in.jsonl}. */
    public List<JsonNode> in() {
        return lines("in");
    }

    /** Compares an output with its file; no file means that nothing must come out. */
    public void assertOutput(String name, List<? extends JsonNode> actual) {
        if (UPDATE) {
            write(name, actual);
        }
        assertThat(text(actual)).as("%s/%s.jsonl", folder.getFileName(), name).isEqualTo(text(lines(name)));
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }

    private List<JsonNode> lines(String name) {
        Path file = file(name);
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            List<JsonNode> nodes = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                nodes.add(JSON.readTree(line));
            }
            return nodes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String name, List<? extends JsonNode> actual) {
        try {
            if (actual.isEmpty()) {
                Files.deleteIfExists(file(name));
            } else {
                Files.writeString(file(name), text(actual) + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ".jsonl");
    }

    private static String text(List<? extends JsonNode> nodes) {
        return nodes.stream().map(GoldenCase::line).collect(Collectors.joining("\n"));
    }

    private static String line(JsonNode node) {
        try {
            return JSON.writeValueAsString(JSON.treeToValue(node, Object.class));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether outputs are to be written instead of compared. */
    public static boolean updating() {
        return UPDATE;
    }
}
