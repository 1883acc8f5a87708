package dev.dateline.standalone.push;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.client.IngestClient;
import dev.dateline.common.client.Patience;
import dev.dateline.common.client.Sent;
import dev.dateline.testkit.ScriptedServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PusherTest {
    private final List<ItemResult> told = new ArrayList<>();
    private ScriptedServer server;
    private Pusher pusher;

    @BeforeEach
    void start() throws IOException {
        server = ScriptedServer.accepting();
        pusher = new Pusher(
                new IngestClient(server.url(), Patience.USUAL), new TextOptions("city-desk", "7", null), told::add);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aTextIsSentUntouched() throws IOException {
        push(Content.TEXT, "{not json}\n\u001b[0m\n");

        assertThat(server.asked())
                .containsExactly(new ScriptedServer.Asked(
                        "/v1/articles?id=7&source=city-desk", "text/plain", "{not json}\n\u001b[0m\n"));
        assertThat(told).singleElement().satisfies(result -> assertThat(result.place())
                .isEqualTo("item"));
    }

    @Test
    void oneObjectIsOneArticle() throws IOException {
        push(Content.JSON, "{\n \"title\": \"x\"\n}\n");

        assertThat(server.asked())
                .containsExactly(new ScriptedServer.Asked(
                        "/v1/articles?id=7&source=city-desk", "application/json", "{\n \"title\": \"x\"\n}\n"));
    }

    @Test
    void aDocumentMayHoldSeveral() throws IOException {
        pusher = new Pusher(
                new IngestClient(server.url(), Patience.USUAL),
                new TextOptions(null, null, "https://example.com/feed"),
                told::add);
        server.then(asked -> ScriptedServer.batch(
                200, ScriptedServer.accepted(1) + "," + ScriptedServer.rejected(2, 422, "invalid-article")));

        push(Content.DOCUMENT, "<rss/>");

        assertThat(server.asked())
                .containsExactly(new ScriptedServer.Asked(
                        "/v1/articles:batch?url=https%3A%2F%2Fexample.com%2Ffeed",
                        "application/octet-stream", "<rss/>"));
        assertThat(told).extracting(ItemResult::place).containsExactly("item:1", "item:2");
        assertThat(told).extracting(result -> result.sent().isAccepted()).containsExactly(true, false);
    }

    @Test
    void whatEndsADocumentIsToldLast() throws IOException {
        pusher = new Pusher(
                new IngestClient(server.url(), Patience.USUAL), new TextOptions(null, null, null), told::add);
        server.then(asked -> ScriptedServer.batch(503, ScriptedServer.accepted(1)))
                .then(asked -> ScriptedServer.Answer.of(415, ScriptedServer.problem(415, "unsupported-media-type")));

        push(Content.DOCUMENT, "<svg/>");

        assertThat(server.asked()).hasSize(2);
        assertThat(told).singleElement().satisfies(result -> assertThat(((Sent.Rejected) result.sent()).status())
                .isEqualTo(415));
    }

    @Test
    void anArrayIsABatchOfItsElements() throws IOException {
        push(Content.JSON, "[ {\"a\" : 1,\n \"a\": 2},\n {\"b\": \"x\\ny\"} ]");

        assertThat(server.asked().get(0).lines()).containsExactly("{\"a\":1,\"a\":2}", "{\"b\":\"x\\ny\"}");
        assertThat(told).extracting(ItemResult::place).containsExactly("item:1", "item:2");
    }

    @Test
    void whatIsWholeInABrokenArrayIsSent() throws IOException {
        push(Content.JSON, "[{\"a\":1},{\"b\":");

        assertThat(server.asked().get(0).lines()).containsExactly("{\"a\":1}");
        assertThat(told).extracting(result -> result.sent().isAccepted()).containsExactly(true, false);
        assertThat(((Sent.Unsent) told.get(1).sent()).detail()).contains("behind element 1");
    }

    @Test
    void linesBecomeBatchesOfABoundedSize() throws IOException {
        push(
                Content.LINES,
                IntStream.range(0, 1200).mapToObj(i -> "{\"i\":" + i + "}").collect(Collectors.joining("\n")));

        assertThat(server.asked()).extracting(asked -> asked.lines().size()).containsExactly(500, 500, 200);
        assertThat(told).hasSize(1200);
        assertThat(told.get(1199).number()).isEqualTo(1200);
    }

    @Test
    void blankLinesKeepTheirNumbers() throws IOException {
        push(Content.LINES, "{\"a\":1}\n\n \n{\"b\":2}\n");

        assertThat(told).extracting(ItemResult::number).containsExactly(1, 4);
    }

    @Test
    void aLineBeyondAllLimitsIsNotSent() throws IOException {
        push(Content.LINES, "{\"a\":1}\n" + "x".repeat(Pusher.MAX_ARTICLE + 1) + "\n{\"b\":2}\n");

        assertThat(told).extracting(result -> result.sent().isAccepted()).containsExactly(true, false, true);
        assertThat(server.asked()).singleElement().satisfies(asked -> assertThat(asked.lines())
                .hasSize(2));
    }

    @Test
    void emptyFilesAreTold() throws IOException {
        push(Content.LINES, "\n");
        push(Content.JSON, "[]");

        assertThat(told).extracting(ItemResult::sent).hasOnlyElementsOfType(Sent.Unsent.class);
    }

    @Test
    void whatWasFetchedIsSentWithItsAddress() {
        push("text/html; charset=utf-8", "city-desk", "7");
        push("application/rss+xml", null, null);
        push("text/plain", null, null);

        String address = "url=https%3A%2F%2Fwww.example.com%2Fa";
        assertThat(server.asked())
                .containsExactly(
                        new ScriptedServer.Asked(
                                "/v1/articles?id=7&source=city-desk&" + address, "text/html; charset=utf-8", "<p>x"),
                        new ScriptedServer.Asked("/v1/articles:batch?" + address, "application/rss+xml", "<p>x"),
                        new ScriptedServer.Asked(
                                "/v1/articles:batch?source=example.com&" + address, "text/plain", "<p>x"));
    }

    private void push(String mediaType, String source, String id) {
        new Pusher(new IngestClient(server.url(), Patience.USUAL), new TextOptions(source, id, null), told::add)
                .push(
                        "page",
                        new WebDocument(
                                URI.create("https://www.example.com/a"),
                                mediaType,
                                "<p>x".getBytes(StandardCharsets.UTF_8)));
    }

    private void push(Content content, String text) throws IOException {
        pusher.push("item", content, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
