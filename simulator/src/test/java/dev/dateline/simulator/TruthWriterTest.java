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
        Truth copy = new Truth(
                7,
                "daily-lantern",
                "copy-id",
                "story-3",
                Kind.COPY,
                1,
                "original-id",
                "original-id",
                List.of("headline", "truncated"),
                false,
                0.9876,
                Expected.DUPLICATE,
                Channel.HTTP_TEXT,
                Runs.START,
                "en",
                "medtop:15000000");
        Truth malformed = new Truth(
                8,
                "wire-alpha",
                "key",
                null,
                Kind.MALFORMED,
                1,
                null,
                null,
                List.of("empty_value"),
                false,
                null,
                Expected.DEAD_LETTER,
                Channel.TOPIC,
                Runs.START,
                "en",
                null);
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
                "containment":0.9876,"expected":"duplicate","channel":"http_text","published_at":"2020-01-03T00:00:00.000Z",\
                "language":"en","topic":"medtop:15000000"}
                {"number":8,"source_id":"wire-alpha","article_id":"key","kind":"malformed","revision":1,"changes":["empty_value"],\
                "exact":false,"expected":"dead_letter","channel":"topic","published_at":"2020-01-03T00:00:00.000Z","language":"en"}
                """);
    }
}
