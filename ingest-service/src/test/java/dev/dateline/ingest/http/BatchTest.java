package dev.dateline.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.luben.zstd.Zstd;
import dev.dateline.common.model.RawArticle;
import dev.dateline.common.runtime.Health;
import dev.dateline.ingest.http.IngestServer.Answer;
import dev.dateline.ingest.publish.Delivery;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatchTest {
    private final IngestServer server = new IngestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void eachLineHasItsOwnAnswerInOrder() {
        Answer answer = server.postBatch(String.join(
                "\n",
                good(1),
                "{\"source_id\": \"desk\", \"body_txt\": \"a\"}",
                "",
                good(2),
                "not json",
                "{\"source_id\": \"desk\", \"body_text\": \"" + "x".repeat(3 << 20) + "\"}",
                good(3)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.type()).isEqualTo("application/json");
        assertThat(answer.json().get("accepted").asInt()).isEqualTo(3);
        assertThat(answer.json().get("rejected").asInt()).isEqualTo(3);
        assertThat(values(answer, "/line")).containsExactly("1", "2", "4", "5", "6", "7");
        assertThat(values(answer, "/status"))
                .containsExactly("accepted", "rejected", "accepted", "rejected", "rejected", "accepted");
        assertThat(values(answer, "/offset")).containsExactly("0", "", "1", "", "", "2");
        assertThat(values(answer, "/problem/type"))
                .containsExactly(
                        "", "/problems/invalid-article", "", "/problems/malformed-body", "/problems/too-large", "");
        assertThat(values(answer, "/problem/field").get(1)).isEqualTo("body_txt");
        assertThat(server.publisher.articles).extracting(RawArticle::providerId).containsExactly("p1", "p2", "p3");
        assertThat(values(answer, "/article_id").get(5))
                .isEqualTo(server.publisher.articles.get(2).articleId());
        assertThat(server.metrics.counters())
                .containsEntry("ingest_accepted_total", 3.0)
                .containsEntry("ingest_rejected_total", 3.0);
    }

    @Test
    void oneBadByteRejectsOneLine() {
        byte[] lines = (good(1) + "\n{\"source_id\": \"caf\u00e9\"}\n" + good(2)).getBytes(StandardCharsets.ISO_8859_1);

        Answer answer = server.post("/v1/articles:batch", "application/x-ndjson", lines);

        assertThat(values(answer, "/status")).containsExactly("accepted", "rejected", "accepted");
    }

    @Test
    void moreThanTheWindowIsAnsweredInOrder() {
        List<String> ids = IntStream.range(0, 1500).mapToObj(i -> "p" + i).toList();

        Answer answer = server.postBatch(
                IntStream.range(0, 1500).mapToObj(BatchTest::good).collect(Collectors.joining("\n")));

        assertThat(answer.json().get("accepted").asInt()).isEqualTo(1500);
        assertThat(server.publisher.articles).extracting(RawArticle::providerId).containsExactlyElementsOf(ids);
        assertThat(values(answer, "/line"))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 1500)
                        .mapToObj(Integer::toString)
                        .toList());
    }

    @Test
    void tooManyLinesEndTheBatchWithWhatWasAccepted() {
        Answer answer = server.postBatch(
                IntStream.range(0, 2003).mapToObj(BatchTest::good).collect(Collectors.joining("\n")));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.problem()).isEqualTo("/problems/too-large");
        assertThat(answer.json().get("accepted").asInt()).isEqualTo(2000);
        assertThat(values(answer, "/line").get(1999)).isEqualTo("2000");
        assertThat(server.publisher.articles).hasSize(2000);
    }

    @Test
    void whatExpandsBeyondTheLimitEndsTheBatchWithWhatWasAccepted() {
        byte[] start = (good(1) + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] bomb = Arrays.copyOf(start, 100 << 20);
        Arrays.fill(bomb, start.length, bomb.length, (byte) '\n');

        Answer answer = server.post(
                "/v1/articles:batch", "application/x-ndjson", Zstd.compress(bomb), "Content-Encoding", "zstd");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().get("detail").asText()).contains("8388608 bytes", "dateline.ingest.max-batch-bytes");
        assertThat(answer.json().get("accepted").asInt()).isEqualTo(1);
    }

    @Test
    void aFullBufferIsWaitedForOnce() {
        AtomicInteger attempts = new AtomicInteger();
        server.publisher.refusing =
                article -> attempts.incrementAndGet() == 3 ? RecordingPublisher.refused(Delivery.Cause.FULL) : null;

        Answer answer = server.postBatch(good(1) + "\n" + good(2) + "\n" + good(3) + "\n" + good(4));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("accepted").asInt()).isEqualTo(4);
        assertThat(server.metrics.counters()).containsEntry("ingest_busy_total", 0.0);
    }

    @Test
    void aBufferThatStaysFullEndsTheBatch() {
        server.publisher.refusing =
                article -> article.providerId().equals("p1") ? null : RecordingPublisher.refused(Delivery.Cause.FULL);

        Answer answer = server.postBatch(good(1) + "\n" + good(2) + "\n" + good(3));

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.retryAfter()).isEqualTo("1");
        assertThat(values(answer, "/status")).containsExactly("accepted", "rejected");
        assertThat(values(answer, "/problem/type")).containsExactly("", "/problems/busy");
    }

    @Test
    void aClusterThatGoesAwayEndsTheBatch() {
        server.publisher.refusing = article -> {
            if (article.providerId().equals("p2")) {
                server.publisher.health = Health.down("gone");
                return RecordingPublisher.refused(Delivery.Cause.UNCONFIRMED);
            }
            return null;
        };

        Answer answer = server.postBatch(good(1) + "\n" + good(2) + "\n" + good(3));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("/problems/write-unconfirmed");
        assertThat(values(answer, "/status")).containsExactly("accepted", "rejected");
        assertThat(values(answer, "/article_id").get(1)).isNotEmpty();
    }

    @Test
    void anEmptyBatchAndOtherMediaTypesAreRefused() {
        assertThat(server.postBatch("").problem()).isEqualTo("/problems/malformed-body");
        assertThat(server.postBatch("\n \n").json().get("detail").asText()).contains("no article");
        Answer image = server.post("/v1/articles:batch", "image/png", new byte[] {'a'});
        assertThat(image.status()).isEqualTo(415);
        assertThat(image.json().get("detail").asText()).contains("application/x-ndjson");
    }

    @Test
    void anArrayIsABatchOfItsElements() {
        String array = "[" + good(1) + ", {\"source_id\": \"desk\"}, 7, " + good(2) + "]";

        Answer answer = server.post("/v1/articles:batch", "application/json", array.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(values(answer, "/line")).containsExactly("1", "2", "3", "4");
        assertThat(values(answer, "/status")).containsExactly("accepted", "rejected", "rejected", "accepted");
        assertThat(values(answer, "/reader")).containsExactly("dateline-json", "", "", "dateline-json");
    }

    @Test
    void aBrokenArrayKeepsWhatWasAccepted() {
        for (String rest : new String[] {"", ",", ", {\"source_id\": ", ", nonsense]", "] 7"}) {
            Answer answer = server.post(
                    "/v1/articles:batch", "application/json", ("[" + good(1) + rest).getBytes(StandardCharsets.UTF_8));

            assertThat(answer.status()).as(rest).isEqualTo(400);
            assertThat(answer.json().get("accepted").asInt()).as(rest).isEqualTo(1);
        }
    }

    @Test
    void anElementBeyondTheLimitIsRejectedAlone() {
        String array = "[{\"source_id\": \"desk\", \"body_text\": \"" + "x".repeat(3 << 20) + "\"}, " + good(2) + "]";

        Answer answer = server.post("/v1/articles:batch", "application/json", array.getBytes(StandardCharsets.UTF_8));

        assertThat(values(answer, "/problem/type")).containsExactly("/problems/too-large", "");
    }

    @Test
    void oneDocumentIsABatchToo() {
        Answer answer = server.post("/v1/articles:batch", "application/json", good(1).getBytes(StandardCharsets.UTF_8));

        assertThat(values(answer, "/status")).containsExactly("accepted");
        Answer large = server.post(
                "/v1/articles:batch?source=desk",
                "text/plain",
                "x".repeat(5 << 20).getBytes(StandardCharsets.UTF_8));
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.json().get("detail").asText()).contains("dateline.ingest.max-document-bytes");
    }

    @Test
    void batchesAreReadAsTheyArriveAndOnlySoManyAtOnce() throws Exception {
        PipedInputStream body = new PipedInputStream();
        CompletableFuture<Answer> answer;
        try (OutputStream slowly = new PipedOutputStream(body)) {
            answer = CompletableFuture.supplyAsync(() -> server.send(
                    "POST",
                    "/v1/articles:batch",
                    "application/x-ndjson",
                    HttpRequest.BodyPublishers.ofInputStream(() -> body)));
            // More than the client's own buffer holds, so that it sends some of it.
            slowly.write((good(1) + "\n" + " ".repeat(100_000) + "\n").getBytes(StandardCharsets.UTF_8));
            slowly.flush();
            awaitFirstArticle();

            Answer second = server.postBatch(good(2));

            assertThat(second.status()).isEqualTo(429);
            assertThat(second.retryAfter()).isEqualTo("1");
            slowly.write(good(3).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(answer.get(30, TimeUnit.SECONDS).json().get("accepted").asInt())
                .isEqualTo(2);
        assertThat(server.postBatch(good(4)).status()).isEqualTo(200);
    }

    private void awaitFirstArticle() throws InterruptedException {
        for (int i = 0; i < 3000 && server.publisher.articles.isEmpty(); i++) {
            Thread.sleep(10);
        }
        assertThat(server.publisher.articles).isNotEmpty();
    }

    @Test
    void aBodyThatBreaksOffKeepsWhatWasAccepted() throws IOException {
        String chunk = good(1) + "\n";

        String answer =
                server.raw("POST /v1/articles:batch HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-ndjson\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(chunk.length()) + "\r\n" + chunk
                        + "\r\nzz\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("/problems/malformed-body", "\"accepted\":1");
    }

    private static List<String> values(Answer answer, String path) {
        return StreamSupport.stream(answer.json().get("items").spliterator(), false)
                .map((JsonNode item) -> item.at(path).asText())
                .toList();
    }

    private static String good(int number) {
        return "{\"source_id\": \"desk\", \"provider_id\": \"p" + number + "\", \"body_text\": \"It sails.\"}";
    }
}
