package dev.dateline.enrich.extract.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.wire.Json;
import dev.dateline.testkit.GoldenCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole pages with what should be read from them; the first line of each is its address. */
class PageReaderTest {
    private static final Path PAGES = Path.of("src/test/resources/pages");
    private static final Instant RECEIVED = Instant.parse("2026-01-15T12:00:00Z");

    static List<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }

    /** When a result changes on purpose, {@code -Dgolden.update} writes it anew. */
    @ParameterizedTest
    @MethodSource("pages")
    void thePageIsReadAsExpected(String name) throws IOException {
        String html = Files.readString(PAGES.resolve(name));
        String url = html.substring("<!-- ".length(), html.indexOf(" -->"));
        String read = Json.MAPPER
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(new PageReader().read(html, url, RECEIVED))
                + "\n";
        Path golden = PAGES.resolve(name.replace(".html", ".json"));
        if (GoldenCase.updating()) {
            Files.writeString(golden, read);
        }

        assertThat(read).isEqualTo(Files.readString(golden));
    }
}
