package dev.dateline.ingest.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.common.wire.Json;
import dev.dateline.ingest.read.ArticleRules;
import dev.dateline.ingest.read.FormatReader;
import dev.dateline.ingest.read.MediaType;
import dev.dateline.ingest.read.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every field of every sample. When a mapping changes on purpose, {@code -Dgolden.update} writes the expectations anew. */
class SamplesTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    static List<Path> samples() {
        return Samples.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isReadAsExpected(Path sample) throws IOException {
        byte[] bytes = Samples.bytes(sample);
        MediaType type = Samples.genericType(sample);
        FormatReader reader = Samples.reader(bytes, type);
        assertThat(reader).as("the reader of %s", sample).isNotNull();
        assertThat(reader.name()).isEqualTo(sample.getParent().getFileName().toString());

        List<Reading> readings = reader.read(Samples.document(bytes, type));

        JsonNode found = Samples.json(readings);
        Path expected = Samples.expected(sample);
        if (Samples.UPDATING) {
            Files.writeString(expected, found.toPrettyString() + "\n");
        }
        assertThat(found.toPrettyString())
                .isEqualTo(Json.MAPPER.readTree(Files.readString(expected)).toPrettyString());
        assertThat(readings).allSatisfy(SamplesTest::isAdmitted);
    }

    private static void isAdmitted(Reading reading) {
        if (reading instanceof Reading.Article article) {
            ArticleRules.admit(article.draft(), "application/json", NOW, null);
            assertThat(article.draft().reader()).isNotNull();
        }
    }
}
