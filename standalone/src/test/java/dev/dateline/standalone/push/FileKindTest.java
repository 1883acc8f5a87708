package dev.dateline.standalone.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileKindTest {

    @ParameterizedTest
    @CsvSource({
        "article.txt, TEXT, NONE",
        "ARTICLE.TXT, TEXT, NONE",
        "article, TEXT, NONE",
        "article.gz, TEXT, GZIP",
        "2020.01.03.txt, TEXT, NONE",
        "articles.json, JSON, NONE",
        "articles.json.zst, JSON, ZSTD",
        "articles.jsonl, LINES, NONE",
        "page.html, PAGE, NONE",
        "feed.xml, DOCUMENT, NONE",
        "feed.rss.gz, DOCUMENT, GZIP",
        "crawl.warc.gz, ARCHIVE, GZIP",
        "articles.ndjson.gz, LINES, GZIP",
    })
    void theEndingTells(String name, Content content, FileKind.Compression compression) {
        assertThat(FileKind.of(name)).contains(new FileKind(content, compression));
    }

    @ParameterizedTest
    @ValueSource(strings = {"photo.jpg", "table.csv", "archive.tar.gz", "notes.txt.bak"})
    void otherEndingsAreNotGuessedAt(String name) {
        assertThat(FileKind.of(name)).isEmpty();
    }

    @Test
    void packedContentIsUnpacked() throws IOException {
        assertThat(unpacked("a.txt.gz", packed(new ByteArrayOutputStream(), true)))
                .isEqualTo("Hello");
        assertThat(unpacked("a.txt.zst", packed(new ByteArrayOutputStream(), false)))
                .isEqualTo("Hello");
    }

    private static byte[] packed(ByteArrayOutputStream bytes, boolean gzip) throws IOException {
        try (OutputStream out = gzip ? new GZIPOutputStream(bytes) : new ZstdOutputStream(bytes)) {
            out.write("Hello".getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String unpacked(String name, byte[] bytes) throws IOException {
        return new String(
                FileKind.of(name)
                        .orElseThrow()
                        .unpacked(new ByteArrayInputStream(bytes))
                        .readAllBytes(),
                StandardCharsets.UTF_8);
    }
}
