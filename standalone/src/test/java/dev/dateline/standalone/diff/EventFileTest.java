package dev.dateline.standalone.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {
    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("events.jsonl"), text);
    }

    @Test
    void theLastEventOfAnArticleCounts() throws IOException {
        String text =
                """
                {"article_id": "a", "revision": 1}
                {"article_id": "b", "revision": 1}

                {"article_id": "a", "revision": 2}""";
        AtomicLong read = new AtomicLong();
        try (EventFile events = EventFile.open(file(text), read::addAndGet)) {
            assertThat(events.articles()).containsExactly("a", "b");
            assertThat(events.event("a").get("revision").asInt()).isEqualTo(2);
            assertThat(events.event("b").get("revision").asInt()).isEqualTo(1);
            assertThat(events.event("c")).isNull();
        }
        assertThat(read).hasValue(text.length());
    }

    @Test
    void findsEventsBehindLinesOfManyBytesAUnit() throws IOException {
        String text = "{\"article_id\": \"a\", \"title\": \"" + "漢🚢".repeat(40_000)
                + "\"}\n{\"article_id\": \"b\", \"n\": 7}\n";
        try (EventFile events = EventFile.open(file(text), read -> {})) {
            assertThat(events.event("b").get("n").asInt()).isEqualTo(7);
            assertThat(events.event("a").get("title").asText()).hasSize(120_000);
        }
    }

    @Test
    void aLineThatIsNoEventIsNamed() throws IOException {
        Path broken = file("{\"article_id\": \"a\"}\n{\"article");
        assertThatThrownBy(() -> EventFile.open(broken, read -> {}))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("events.jsonl:2 is not JSON");
        Path other = file("{\"id\": 1}\n");
        assertThatThrownBy(() -> EventFile.open(other, read -> {}))
                .hasMessageContaining(":1 is no event")
                .hasMessageContaining("dateline tail events");
    }

    @Test
    void aMissingFileIsSaidToBeMissing() {
        assertThatThrownBy(() -> EventFile.open(folder.resolve("none"), read -> {}))
                .hasMessageContaining("there is no file");
    }
}
