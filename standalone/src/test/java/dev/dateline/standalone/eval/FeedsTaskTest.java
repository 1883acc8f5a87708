package dev.dateline.standalone.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.common.wire.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedsTaskTest {
    private static final String RSS =
            """
            <!--
            Header: Content-Location: http://paper.example/dir/
            -->
            <rss><channel><title>A &amp;lt;b&gt; &lt;b&gt;paper&lt;/b&gt;</title><link>home</link>
            <item><title>One</title><author>Jo Roe &lt;jo@paper.example&gt;</author>
            <pubDate>Thu, 01 Jan 2004 19:48:21 GMT</pubDate>
            <description>&lt;p class="x">Text&lt;/p></description></item></channel></rss>
            """;

    @TempDir
    private Path folder;

    private final Task task = Tasks.named("feeds");

    @BeforeEach
    void writeTheSet() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("a/rss.xml", RSS);
        files.put("a/page.html", "<html>no feed</html>");
        archive(files);
        truth(
                expected("a/rss.xml", "feed.title", "A &lt;b> <b>paper</b>"),
                expected("a/rss.xml", "feed.link", "http://paper.example/dir/home"),
                expected("a/rss.xml", "entries[0].author", "Jo Roe (jo@paper.example)"),
                expected("a/rss.xml", "entries[0].published_parsed", "2004-01-01T19:48:21Z"),
                expected("a/rss.xml", "entries[0].updated_parsed", "2004-01-01T19:48:21Z"),
                expected("a/rss.xml", "entries[1].title", "Two"),
                expected("a/rss.xml", "entries[0].summary", "<p>Text</p>"),
                expected("a/page.html", "entries[0].title", "none"));
    }

    @Test
    void countsWhatIsMet() {
        Scores scores = Tasks.run(task, TasksTest.request(folder, null, null));

        assertThat(scores.items()).isEqualTo(2);
        assertThat(scores.fields())
                .containsEntry("parsed", 1.0)
                .containsEntry("refused", 1L)
                .containsEntry("met", 0.5714)
                .containsEntry("met_all", 0.625)
                .containsEntry(
                        "per_field",
                        Map.of(
                                "author", 1.0,
                                "link", 1.0,
                                "published_parsed", 1.0,
                                "summary", 1.0,
                                "title", 0.3333,
                                "updated_parsed", 0.0))
                .containsEntry("per_group", Map.of("group", 0.5714));
    }

    @Test
    void saysWhyAnExpectationIsNotMet() throws IOException {
        Path written = folder.resolve("details.jsonl");
        try (Details details = Details.to(written)) {
            Tasks.run(task, new Request(List.of(folder), null, null, details, line -> {}));
        }

        List<String> lines = Files.readAllLines(written);
        assertThat(lines).hasSize(8);
        assertThat(why(lines.get(0))).isEmpty();
        assertThat(why(lines.get(5))).isEqualTo("nothing found");
        assertThat(why(lines.get(7))).startsWith("refused: the document is <html>");
    }

    @Test
    void namesTheLineThatIsWrong() throws IOException {
        truth(expected("a/rss.xml", "entries[0].colour", "red"));
        assertThatThrownBy(() -> Tasks.run(task, TasksTest.request(folder, null, null)))
                .hasMessageContaining("truth.jsonl:1 is not JSON with file, path");

        truth(expected("b.xml", "feed.title", "x"));
        assertThatThrownBy(() -> Tasks.run(task, TasksTest.request(folder, null, null)))
                .hasMessageContaining("names b.xml, which is not in");

        Files.writeString(folder.resolve("files.tar.gz"), "not an archive");
        assertThatThrownBy(() -> Tasks.run(task, TasksTest.request(folder, null, null)))
                .hasMessageContaining("as a gzipped tar archive");
    }

    private static String why(String line) throws IOException {
        JsonNode item = Json.MAPPER.readTree(line);
        return item.get("why").asText();
    }

    private static String expected(String file, String path, String value) {
        Map<String, String> line = Map.of("file", file, "path", path, "value", value, "group", "group");
        return new String(Json.bytes(line), StandardCharsets.UTF_8);
    }

    private void truth(String... lines) throws IOException {
        Files.write(folder.resolve("truth.jsonl"), List.of(lines));
    }

    private void archive(Map<String, String> files) throws IOException {
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(
                new GZIPOutputStream(Files.newOutputStream(folder.resolve("files.tar.gz"))))) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                byte[] bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                entry.setSize(bytes.length);
                tar.putArchiveEntry(entry);
                tar.write(bytes);
                tar.closeArchiveEntry();
            }
        }
    }
}
