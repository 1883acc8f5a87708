package dev.dateline.common.client;

import static dev.dateline.testkit.ScriptedServer.accepted;
import static dev.dateline.testkit.ScriptedServer.batch;
import static dev.dateline.testkit.ScriptedServer.problem;
import static dev.dateline.testkit.ScriptedServer.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.testkit.ScriptedServer;
import dev.dateline.testkit.ScriptedServer.Answer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IngestClientTest {
    private static final Map<String, String> AT_ONCE = Map.of("Retry-After", "0");

    private ScriptedServer server;
    private IngestClient client;

    @BeforeEach
    void start() throws IOException {
        server = ScriptedServer.accepting();
        client = new IngestClient(server.url(), new Patience(Duration.ofSeconds(30)));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anArticleIsPostedWithItsTypeAndParameters() {
        Sent sent = client.article("text/plain", Map.of("source", "city-desk", "id", "a&b=ü"), bytes("Hello"));

        assertThat(sent).isEqualTo(new Sent.Accepted("a", "raw", 1, 7));
        assertThat(server.asked())
                .containsExactly(new ScriptedServer.Asked(
                        "/v1/articles?id=a%26b%3D%C3%BC&source=city-desk", "text/plain", "Hello"));
    }

    @Test
    void aProblemIsARejection() {
        server.then(asked -> Answer.of(422, problem(422, "invalid-article")));

        assertThat(client.article("application/json", Map.of(), bytes("{}")))
                .isEqualTo(new Sent.Rejected(422, "/problems/invalid-article", "why", "title"));
    }

    @Test
    void busyIsTriedAgain() {
        server.then(asked -> new Answer(429, AT_ONCE, problem(429, "busy")))
                .then(asked -> new Answer(503, AT_ONCE, problem(503, "kafka-unavailable")));

        assertThat(client.article("text/plain", Map.of(), bytes("Hello")).isAccepted())
                .isTrue();
        assertThat(server.asked()).hasSize(3);
    }

    @Test
    void patienceEnds() throws IOException {
        try (ScriptedServer busy =
                ScriptedServer.start(asked -> new Answer(503, Map.of("Retry-After", "1"), problem(503, "x")))) {
            IngestClient hasty = new IngestClient(busy.url(), new Patience(Duration.ofMillis(1)));

            assertThatThrownBy(() -> hasty.article("text/plain", Map.of(), bytes("Hello")))
                    .isInstanceOf(IngestUnavailableException.class)
                    .hasMessageContaining("still refuses")
                    .hasMessageContaining("why");
            assertThat(busy.asked()).hasSize(1);
        }
    }

    @Test
    void anAddressWithoutAServerIsAMistakeAtOnce() throws IOException {
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        IngestClient lost = new IngestClient(nobody, Patience.USUAL);

        assertThatThrownBy(() -> lost.article("text/plain", Map.of(), bytes("Hello")))
                .isInstanceOf(IngestUnavailableException.class)
                .hasMessageContaining("dateline up");
    }

    @Test
    void anotherServersAnswerIsARejectionThatSaysSo() {
        server.then(asked -> Answer.of(200, "<html>")).then(asked -> Answer.of(404, ""));

        for (int i = 0; i < 2; i++) {
            assertThat(client.article("text/plain", Map.of(), bytes("Hello")))
                    .isInstanceOfSatisfying(Sent.Rejected.class, rejected -> assertThat(rejected.detail())
                            .contains("not Dateline's"));
        }
    }

    @Test
    void aBatchIsOneRequestWithALineEach() {
        List<Sent> sent = client.batch(lines("{\"n\":1}", "{\"n\":2}"));

        assertThat(sent).containsExactly(new Sent.Accepted("a", "raw", 1, 1), new Sent.Accepted("a", "raw", 1, 2));
        assertThat(server.asked())
                .containsExactly(new ScriptedServer.Asked(
                        "/v1/articles:batch", "application/x-ndjson", "{\"n\":1}\n{\"n\":2}\n"));
    }

    @Test
    void onlyWhatABusyIngestLeftIsSentAgain() {
        server.then(asked -> new Answer(
                429,
                AT_ONCE,
                batch(429, accepted(1) + "," + rejected(2, 422, "invalid-article") + "," + rejected(3, 429, "busy"))
                        .body()));

        List<Sent> sent = client.batch(lines("one", "two", "three", "four"));

        assertThat(sent).extracting(Sent::isAccepted).containsExactly(true, false, true, true);
        assertThat(server.asked().get(1).lines()).containsExactly("three", "four");
    }

    @Test
    void whatIsBeyondALimitIsAnotherBatch() {
        server.then(asked -> batch(413, accepted(1) + "," + accepted(2)));

        assertThat(client.batch(lines("one", "two", "three"))).allMatch(Sent::isAccepted);
        assertThat(server.asked().get(1).lines()).containsExactly("three");
    }

    @Test
    void aBatchRefusedAsAWholeRejectsEachLine() {
        server.then(asked -> Answer.of(415, problem(415, "unsupported-media-type")));

        assertThat(client.batch(lines("one", "two")))
                .containsOnly(new Sent.Rejected(415, "/problems/unsupported-media-type", "why", "title"));
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void recordsWithoutAnItemInACompleteAnswerHoldNoArticle() {
        server.then(asked -> batch(200, accepted(2)));

        assertThat(client.records(Map.of("source", "crawl"), lines("request", "response", "metadata")))
                .containsExactly(new Sent.PassedOver(), new Sent.Accepted("a", "raw", 1, 2), new Sent.PassedOver());
        assertThat(server.asked())
                .containsExactly(new ScriptedServer.Asked(
                        "/v1/articles:batch?source=crawl", "application/warc", "requestresponsemetadata"));
    }

    @Test
    void recordsWithoutAnItemInABusyAnswerAreSentAgain() {
        server.then(asked -> new Answer(429, AT_ONCE, batch(429, accepted(1)).body()))
                .then(asked -> batch(200, accepted(2)));

        assertThat(client.records(Map.of(), lines("one", "two", "three")))
                .containsExactly(
                        new Sent.Accepted("a", "raw", 1, 1),
                        new Sent.PassedOver(),
                        new Sent.Accepted("a", "raw", 1, 2));
        assertThat(server.asked().get(1).body()).isEqualTo("twothree");
    }

    @Test
    void keysAndCompressionAreHeaders() {
        IngestClient other = new IngestClient(
                Connection.to(server.url()).withApiKey("secret").compressed());
        String text = "Hello ".repeat(1000);

        other.article("text/plain", Map.of(), "order-66", bytes(text));

        assertThat(server.asked().get(0).body()).isEqualTo(text);
        assertThat(server.headers().get(0))
                .containsEntry("Authorization", List.of("Bearer secret"))
                .containsEntry("Idempotency-key", List.of("order-66"))
                .containsEntry("Content-encoding", List.of("gzip"));
        assertThat(Connection.to(server.url()).withApiKey("secret").toString()).doesNotContain("secret");
    }

    private static List<byte[]> lines(String... lines) {
        return Stream.of(lines).map(IngestClientTest::bytes).toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
