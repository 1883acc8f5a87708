package dev.dateline.ingest.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.common.http.ProblemException;
import dev.dateline.ingest.read.Document;
import dev.dateline.ingest.read.MediaType;
import dev.dateline.ingest.read.PlainTextReader;
import dev.dateline.ingest.read.Reading;
import dev.dateline.ingest.read.warc.Archive;
import dev.dateline.ingest.read.warc.CopyingReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordArticlesTest {
    private static final int MAX = 1 << 20;
    private static final MediaType WARC = new MediaType("application/warc", null);
    private static final Document HEAD = new Document(new byte[0], WARC, "crawl", null, null);
    private static final String URL = "https://news.example/ferry";

    @Test
    void anArchiveIsABatchOfItsPages() throws IOException {
        BatchReader reader = new BatchReader(new Formats(List.of(new CopyingReader())), MAX, MAX, MAX);
        byte[] archive = Archive.join(
                Archive.gzip(Archive.request(URL)),
                Archive.gzip(Archive.page(URL, "<p>It sails.")),
                Archive.gzip(Archive.page(URL, "x".repeat(MAX + 1))));

        assertThat(reader.takes(WARC)).isTrue();
        Articles articles = reader.open(new ByteArrayInputStream(archive), HEAD);
        Articles.Item page = articles.next();

        assertThat(page.number()).isEqualTo(2);
        assertThat(page.mediaType()).isEqualTo("text/html");
        assertThat(((Reading.Article) page.reading()).draft().url()).isEqualTo(URL);
        assertThatThrownBy(articles::next).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        e.problem().detail())
                .contains("max-batch-bytes"));
    }

    @Test
    void withoutAReaderOfPagesThereAreNoArchives() {
        BatchReader reader = new BatchReader(new Formats(List.of(new PlainTextReader())), MAX, MAX, MAX);

        assertThat(reader.takes(WARC)).isFalse();
        assertThat(reader.unsupported().problem().detail()).doesNotContain("warc");
    }
}
