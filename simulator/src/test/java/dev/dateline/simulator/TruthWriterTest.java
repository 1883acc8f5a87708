package dev.dateline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TruthWriterTest {
    @Test
    void oneJsonObjectALineInSnakeCaseWithoutNulls() throws IOException {
        Truth copy = TruthBuilder.builder()
                .number(7)
                .sourceId("daily-lantern")
                .articleId("copy-id")
                .storyId("story-3")
                .kind(Kind.COPY)
                .revision(1)
                .copyOf("original-id")
                .original("original-id")
                .changes(List.of("headline", "truncated"))
                .containment(0.9876)
                .jaccard(0.5)
                .expected(Expected.DUPLICATE)
                .channel(Channel.HTTP_TEXT)
                .publishedAt(Runs.START)
                .language("en")
                .topic("medtop:15000000")
                .build();
        Truth malformed = TruthBuilder.builder()
                .number(8)
                .sourceId("wire-alpha")
                .articleId("key")
                .kind(Kind.MALFORMED)
                .revision(1)
                .changes(List.of("empty_value"))
                .expected(Expected.DEAD_LETTER)
                .channel(Channel.TOPIC)
                .publishedAt(Runs.START)
                .language("en")
                .build();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TruthWriter writer = new TruthWriter(bytes)) {
            writer.write(copy);
            writer.write(malformed);
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                {"number":7,"source_id":"daily-lantern","article_id":"copy-id","story_id":"story-3","kind":"copy","revision":1,\
                "copy_of":"original-id","original":"original-id","changes":["headline","truncated"],"exact":false,\
                "containment":0.9876,"jaccard":0.5,"expected":"duplicate","channel":"http_text","published_at":"2020-01-03T00:00:00.000Z",\
                "language":"en","topic":"medtop:15000000"}
                {"number":8,"source_id":"wire-alpha","article_id":"key","kind":"malformed","revision":1,"changes":["empty_value"],\
                "exact":false,"expected":"dead_letter","channel":"topic","published_at":"2020-01-03T00:00:00.000Z","language":"en"}
                """);
    }
}
