package dev.dateline.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.model.RawArticle;
import dev.dateline.ingest.read.warc.Archive;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A web archive as a batch. */
class WarcBatchTest {
    private static final int PAGES = 1000;

    private final IngestServer server = new IngestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everyPageOfAnArchiveIsAnArticle() {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        for (int page = 0; page < PAGES; page++) {
            archive.writeBytes(Archive.gzip(Archive.request(url(page))));
            archive.writeBytes(Archive.gzip(Archive.page(url(page), "<title>Ferry " + page + "</title>")));
        }

        IngestServer.Answer answer = server.post("/v1/articles:batch", "application/warc", archive.toByteArray());

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("accepted").asInt()).isEqualTo(PAGES);
        assertThat(answer.json().at("/items/1/line").asInt()).isEqualTo(4);
        List<RawArticle> articles = server.publisher.articles;
        assertThat(articles)
                .extracting(RawArticle::url)
                .startsWith(url(0), url(1))
                .hasSize(PAGES);
        assertThat(articles.get(7))
                .returns("news.example", RawArticle::sourceId)
                .returns("html", RawArticle::reader)
                .returns("text/html", RawArticle::mediaType)
                .returns("<title>Ferry 7</title>", RawArticle::pageHtml)
                .returns(Instant.parse("2026-03-06T11:30:00Z"), RawArticle::fetchedAt);
    }

    @Test
    void aDamagedRecordIsAnItemOfItsOwn() {
        byte[] archive = Archive.join(
                Archive.page(url(1), "<p>It sails."),
                "WARC/1.1\r\nnonsense\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
                Archive.page(url(3), "<p>It sails."));

        IngestServer.Answer answer = server.post("/v1/articles:batch?source=crawl", "application/warc", archive);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("accepted").asInt()).isEqualTo(2);
        assertThat(answer.json().at("/items/1/line").asInt()).isEqualTo(2);
        assertThat(answer.json().at("/items/1/problem/type").asText()).isEqualTo("/problems/malformed-body");
        assertThat(server.publisher.articles).extracting(RawArticle::sourceId).containsOnly("crawl");
    }

    private static String url(int page) {
        return "https://www.news.example/" + page;
    }
}
