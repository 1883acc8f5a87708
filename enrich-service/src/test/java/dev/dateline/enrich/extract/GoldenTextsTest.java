package dev.dateline.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.common.model.Dateline;
import dev.dateline.common.wire.Json;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reads each {@code <case>.txt} and compares with {@code <case>.expected.json} beside it.
 *
 * <p>A field that is absent there has to be null. {@code body_lines} are the numbers of all lines of the body, {@code roles}
 * the roles of other lines worth naming; {@code paragraphs} their number, when lines are joined.
 */
class GoldenTextsTest {
    private static final Instant RECEIVED = Instant.parse("2020-01-05T09:00:00Z");

    static Stream<String> cases() throws IOException, URISyntaxException {
        URL folder = GoldenTextsTest.class.getResource("web-article.txt");
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()).getParent())) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt"))
                    .map(name -> name.substring(0, name.length() - ".txt".length()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsTextAsExpected(String name) throws IOException {
        String text = resource(name + ".txt");
        JsonNode expected = Json.STRICT.readTree(resource(name + ".expected.json"));

        Reading reading = new PlainTextReader().read(text, RECEIVED);

        assertThat(reading.title()).isEqualTo(text(expected, "title"));
        assertThat(reading.subtitle()).isEqualTo(text(expected, "subtitle"));
        assertThat(reading.authors()).isEqualTo(texts(expected.path("authors")));
        assertThat(reading.publishedAt()).isEqualTo(instant(expected, "published_at"));
        assertThat(reading.modifiedAt()).isEqualTo(instant(expected, "modified_at"));
        assertThat(reading.agency()).isEqualTo(text(expected, "agency"));
        assertThat(reading.dateline()).isEqualTo(dateline(expected.path("dateline")));
        checkLines(text, expected, reading);
    }

    private static void checkLines(String text, JsonNode expected, Reading reading) {
        List<Integer> bodyLines = reading.lines().stream()
                .filter(line -> line.role().equals("body"))
                .map(Evidence::line)
                .toList();
        List<Integer> expectedLines = new ArrayList<>();
        expected.path("body_lines").forEach(line -> expectedLines.add(line.asInt()));
        assertThat(bodyLines).isEqualTo(expectedLines);

        String[] source = text.split("\n", -1);
        String words = String.join(
                " ",
                expectedLines.stream().map(line -> source[line - 1].strip()).toList());
        assertThat(String.join(" ", reading.paragraphs())).isEqualTo(words);
        assertThat(reading.paragraphs()).hasSize(expected.path("paragraphs").asInt(expectedLines.size()));

        expected.path("roles").properties().forEach(entry -> assertThat(role(reading, entry.getKey()))
                .as("role of line %s", entry.getKey())
                .isEqualTo(entry.getValue().asText()));
        long written = Stream.of(source).filter(line -> !line.isBlank()).count();
        assertThat(reading.lines()).hasSize((int) written).allSatisfy(line -> assertThat(line.why())
                .isNotBlank());
    }

    private static String role(Reading reading, String line) {
        return reading.lines().stream()
                .filter(evidence -> evidence.line() == Integer.parseInt(line))
                .map(Evidence::role)
                .findFirst()
                .orElse("no evidence");
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).isMissingNode() ? null : node.path(field).asText();
    }

    private static Instant instant(JsonNode node, String field) {
        String text = text(node, field);
        return text == null ? null : Instant.parse(text);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }

    private static Dateline dateline(JsonNode node) {
        return node.isMissingNode() ? null : new Dateline(text(node, "place"), text(node, "date"));
    }

    private static String resource(String name) throws IOException {
        try (var stream = GoldenTextsTest.class.getResourceAsStream(name)) {
            assertThat(stream).as(name).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
