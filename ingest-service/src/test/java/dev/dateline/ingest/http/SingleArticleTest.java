package dev.dateline.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import dev.dateline.common.model.ArticleId;
import dev.dateline.common.model.RawArticle;
import dev.dateline.common.runtime.Health;
import dev.dateline.ingest.http.IngestServer.Answer;
import dev.dateline.ingest.publish.Delivery;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SingleArticleTest {
    private static final String GOOD =
            "{\"source_id\": \"desk\", \"provider_id\": \"a-1\", \"body_text\": \"It sails.\"}";
    private static final int FIVE_MB = 5_000_000;

    private final IngestServer server = new IngestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void jsonIsAcceptedWithItsPlace() {
        Answer answer = server.postJson(GOOD, "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.type()).isEqualTo("application/json");
        assertThat(answer.body())
                .isEqualTo("{\"article_id\":\"" + ArticleId.ofProvider("desk", "a-1")
                        + "\",\"reader\":\"dateline-json\",\"topic\":\"news.raw.v1\",\"partition\":2,\"offset\":0}");
        RawArticle published = server.publisher.articles.get(0);
        assertThat(published.receivedAt()).isEqualTo(IngestServer.NOW);
        assertThat(published.mediaType()).isEqualTo("application/json");
        assertThat(server.publisher.traces).containsExactly("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        assertThat(server.metrics.counters()).containsEntry("ingest_accepted_total", 1.0);
    }

    @Test
    void plainTextTakesItsNamesFromTheRequest() {
        byte[] text = "Ferry returns\n\nIt sails \u2013 again.\n".getBytes(StandardCharsets.UTF_8);

        Answer named = server.post("/v1/articles?source=city-desk&id=a%2F1", "text/plain; charset=UTF-8", text);
        Answer located =
                server.post("/v1/articles", "text/plain", text, "Content-Location", "https://desk.example/a-1");

        assertThat(named.status()).isEqualTo(202);
        assertThat(located.status()).isEqualTo(202);
        RawArticle first = server.publisher.articles.get(0);
        assertThat(first.sourceId()).isEqualTo("city-desk");
        assertThat(first.providerId()).isEqualTo("a/1");
        assertThat(first.bodyText()).isEqualTo("Ferry returns\n\nIt sails \u2013 again.\n");
        assertThat(first.mediaType()).isEqualTo("text/plain");
        RawArticle second = server.publisher.articles.get(1);
        assertThat(second.sourceId()).isEqualTo("manual");
        assertThat(second.url()).isEqualTo("https://desk.example/a-1");
    }

    @Test
    void plainTextIsReadInItsCharset() {
        byte[] quoted = {(byte) 0x93, 'a', (byte) 0x94};

        server.post("/v1/articles", "text/plain; charset=\"ISO-8859-1\"", quoted);
        server.post("/v1/articles", "text/plain;charset=utf-16", "b\u00e9".getBytes(StandardCharsets.UTF_16));

        assertThat(server.publisher.articles)
                .extracting(RawArticle::bodyText)
                .containsExactly("\u201ca\u201d", "b\u00e9");
    }

    @Test
    void aRetryKeyMakesARetryTheSameArticle() {
        byte[] text = "It sails.".getBytes(StandardCharsets.UTF_8);
        byte[] mended = "It sails!".getBytes(StandardCharsets.UTF_8);

        Answer first = server.post("/v1/articles", "text/plain", text, "Idempotency-Key", "\"k 1\"");
        Answer again = server.post("/v1/articles", "text/plain", mended, "Idempotency-Key", "\"k 1\"");
        Answer other = server.post("/v1/articles", "text/plain", text, "Idempotency-Key", "k2");
        Answer wrong = server.post("/v1/articles", "text/plain", text, "Idempotency-Key", "x".repeat(300));

        assertThat(again.json().get("article_id")).isEqualTo(first.json().get("article_id"));
        assertThat(other.json().get("article_id")).isNotEqualTo(first.json().get("article_id"));
        assertThat(wrong.problem()).isEqualTo("/problems/invalid-request");
    }

    @Test
    void compressedBodiesAreRead() throws IOException {
        byte[] json = GOOD.getBytes(StandardCharsets.UTF_8);

        Answer gzip = server.post("/v1/articles", "application/json", gzip(json), "Content-Encoding", "gzip");
        Answer zstd = server.post("/v1/articles", "application/json", Zstd.compress(json), "Content-Encoding", "ZSTD");

        assertThat(gzip.status()).isEqualTo(202);
        assertThat(zstd.status()).isEqualTo(202);
        assertThat(server.publisher.articles).extracting(RawArticle::bodyText).containsOnly("It sails.");
    }

    @Test
    void whatExpandsBeyondTheLimitIsTooLarge() throws IOException {
        byte[] spaces = new byte[200 << 20];
        Arrays.fill(spaces, (byte) ' ');

        Answer gzip = server.post("/v1/articles", "application/json", gzip(spaces), "Content-Encoding", "gzip");
        Answer zstd = server.post("/v1/articles", "text/plain", Zstd.compress(spaces), "Content-Encoding", "zstd");

        assertThat(gzip.status()).isEqualTo(413);
        assertThat(zstd.status()).isEqualTo(413);
        assertThat(gzip.json().get("detail").asText())
                .contains("2097152 bytes", "dateline.ingest.max-article-bytes", "after decompression");
    }

    @Test
    void fiveMegabytesAreTooLarge() {
        byte[] body = new byte[FIVE_MB];
        Arrays.fill(body, (byte) 'a');

        Answer counted = server.post("/v1/articles", "text/plain", body);
        Answer chunked = server.send(
                "POST",
                "/v1/articles",
                "text/plain",
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));

        assertThat(counted.problem()).isEqualTo("/problems/too-large");
        assertThat(chunked.problem()).isEqualTo("/problems/too-large");
        assertThat(counted.status()).isEqualTo(413);
    }

    @Test
    void brokenCompressionIsMalformed() throws IOException {
        byte[] json = GOOD.getBytes(StandardCharsets.UTF_8);
        byte[] gzip = gzip(json);
        byte[] zstd = Zstd.compress(json);

        assertThat(malformed(json, "gzip")).contains("not gzip");
        assertThat(malformed(Arrays.copyOf(gzip, gzip.length - 9), "gzip")).contains("cut off");
        assertThat(malformed(json, "zstd")).contains("not zstd");
        assertThat(malformed(Arrays.copyOf(zstd, zstd.length - 4), "zstd")).contains("cut off");
        assertThat(malformed(new byte[0], "gzip")).contains("cut off");
        assertThat(server.post("/v1/articles", "application/json", json, "Content-Encoding", "br")
                        .problem())
                .isEqualTo("/problems/unsupported-media-type");
        assertThat(server.publisher.articles).isEmpty();
    }

    private String malformed(byte[] body, String coding) {
        Answer answer = server.post("/v1/articles", "application/json", body, "Content-Encoding", coding);
        assertThat(answer.problem()).isEqualTo("/problems/malformed-body");
        assertThat(answer.status()).isEqualTo(400);
        return answer.json().get("detail").asText();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    ``                                                                  | 400 | malformed-body   | ``
                    []                                                                  | 422 | invalid-article  | ``
                    {"source_id": "d"}                                                  | 422 | invalid-article  | body_text
                    {"source_id": "d", "body_text": "  "}                               | 422 | invalid-article  | body_text
                    {"source_id": 5, "body_text": "a"}                                  | 422 | invalid-article  | source_id
                    {"source_id": "d", "body_text": "a", "bodytext": "b"}               | 422 | invalid-article  | bodytext
                    {"source_id": "d", "source_id": "d", "body_text": "a"}              | 422 | invalid-article  | source_id
                    {"source_id": "d", "body_text": "a", "published_at": "0000-01-01T00:00:00Z"} | 422 | invalid-article | published_at
                    {"source_id": "d", "body_text": "a", "published_at": "9999-12-31T00:00:00Z"} | 422 | invalid-article | published_at
                    {"source_id": "d", "body_text": 1e400}                              | 422 | invalid-article  | body_text
                    {"source_id": "d", "body_text": "a"                                 | 400 | malformed-body   | ``
                    """)
    void badJsonNamesTypeAndField(String json, int status, String type, String field) {
        Answer answer = server.postJson(json);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo("/problems/" + type);
        assertThat(answer.json().path("field").asText()).isEqualTo(field);
        assertThat(server.publisher.articles).isEmpty();
        assertThat(server.metrics.counters()).containsEntry("ingest_rejected_total", 1.0);
    }

    @Test
    void badTextNamesTypeAndField() {
        byte[] latin1 = {'c', 'a', 'f', (byte) 0xE9};

        assertThat(server.post("/v1/articles", "text/plain", latin1).problem()).isEqualTo("/problems/malformed-body");
        assertThat(server.post("/v1/articles", "text/plain", new byte[0])
                        .json()
                        .get("field")
                        .asText())
                .isEqualTo("body_text");
        assertThat(server.post("/v1/articles", "text/plain", new byte[3]).status())
                .isEqualTo(422);
        assertThat(server.post("/v1/articles?sorce=desk", "text/plain", latin1)
                        .json()
                        .get("detail")
                        .asText())
                .contains("did you mean source?");
        assertThat(server.post("/v1/articles?id=1&id=2", "text/plain", latin1).problem())
                .isEqualTo("/problems/invalid-request");
        assertThat(server.post("/v1/articles?source=Desk", "text/plain", new byte[] {'a'})
                        .json()
                        .get("field")
                        .asText())
                .isEqualTo("source_id");
        assertThat(server.postJson(GOOD).status()).isEqualTo(202);
    }

    @Test
    void whatSaysLittleOfItselfIsLookedAt() {
        for (String type : new String[] {null, "application/octet-stream", "application/json", "application/x+json"}) {
            Answer answer = server.send("POST", "/v1/articles", type, HttpRequest.BodyPublishers.ofString(GOOD));
            assertThat(answer.status()).as(type).isEqualTo(202);
            assertThat(answer.json().get("reader").asText()).isEqualTo("dateline-json");
        }
        Answer image = server.post("/v1/articles", null, new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        assertThat(image.status()).isEqualTo(415);
        assertThat(image.json().get("detail").asText()).contains("no reader takes this");
    }

    @Test
    void theRequestSaysWhatTheArticleDoesNot() {
        server.postJson("{\"body_text\": \"It sails.\"}");
        assertThat(server.publisher.articles).isEmpty();

        server.post(
                "/v1/articles?source=desk&id=7",
                "application/json",
                "{\"body_text\": \"It sails.\"}".getBytes(StandardCharsets.UTF_8));
        server.post("/v1/articles?source=other&id=7", "application/json", GOOD.getBytes(StandardCharsets.UTF_8));

        assertThat(server.publisher.articles).extracting(RawArticle::sourceId).containsExactly("desk", "desk");
        assertThat(server.publisher.articles).extracting(RawArticle::providerId).containsExactly("7", "a-1");
    }

    @Test
    void otherMediaTypesAreRefusedWithAList() {
        for (String type : new String[] {"image/png", "text/csv", "nonsense", "application/x-ndjson"}) {
            Answer answer = server.send("POST", "/v1/articles", type, HttpRequest.BodyPublishers.ofString(GOOD));
            assertThat(answer.status()).as(type).isEqualTo(415);
            assertThat(answer.json().get("detail").asText()).contains("application/json", "text/plain");
        }
        assertThat(server.post("/v1/articles", "text/plain; charset=klingon", new byte[] {'a'})
                        .status())
                .isEqualTo(415);
        assertThat(server.post("/v1/articles", "application/json; charset=latin1", new byte[] {'a'})
                        .status())
                .isEqualTo(415);
        assertThat(server.post("/v1/articles", "application/json; charset=utf-8", GOOD.getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(202);
    }

    @ParameterizedTest
    @CsvSource({
        "FULL, 429, busy, 1",
        "UNREACHABLE, 503, kafka-unavailable, 2",
        "UNCONFIRMED, 503, write-unconfirmed, 2",
        "TOO_LARGE, 413, too-large,"
    })
    void refusalsBecomeProblems(Delivery.Cause cause, int status, String type, String retryAfter) {
        server.publisher.refusing = article -> RecordingPublisher.refused(cause);

        Answer answer = server.postJson(GOOD);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo("/problems/" + type);
        assertThat(answer.retryAfter()).isEqualTo(retryAfter);
    }

    @Test
    void nobodyWaitsForAClusterThatIsAway() {
        server.publisher.health = Health.down("Kafka at nowhere does not answer");
        server.publisher.refusing = article -> new CompletableFuture<>();

        Answer answer = server.postJson(GOOD);
        Answer wrong = server.postJson("{}");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.retryAfter()).isEqualTo("2");
        assertThat(answer.body()).doesNotContain("nowhere");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(server.metrics.counters())
                .containsEntry("ingest_unavailable_total", 1.0)
                .containsEntry("ingest_rejected_total", 1.0);
    }

    @Test
    void waitingForAnAcknowledgementHoldsNoThread() throws Exception {
        CompletableFuture<Delivery> acknowledgement = new CompletableFuture<>();
        server.publisher.refusing = article -> acknowledgement;
        // More than the server has threads.
        CompletableFuture<?>[] waiting = new CompletableFuture<?>[100];
        for (int i = 0; i < waiting.length; i++) {
            waiting[i] = CompletableFuture.runAsync(
                    () -> assertThat(server.postJson(GOOD).status()).isEqualTo(202), task -> new Thread(task).start());
        }

        assertThat(server.postJson("{}").status()).isEqualTo(422);
        acknowledgement.complete(new Delivery.Written("news.raw.v1", 0, 7));

        CompletableFuture.allOf(waiting).get(30, TimeUnit.SECONDS);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
