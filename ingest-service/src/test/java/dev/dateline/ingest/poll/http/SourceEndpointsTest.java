package dev.dateline.ingest.poll.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.common.http.HttpServer;
import dev.dateline.common.http.HttpSettings;
import dev.dateline.common.model.BreakerState;
import dev.dateline.common.model.SourceStateBuilder;
import dev.dateline.common.model.SourceStatus;
import dev.dateline.common.model.Subscription;
import dev.dateline.common.model.SubscriptionStatus;
import dev.dateline.common.wire.Json;
import dev.dateline.ingest.http.ApiDocument;
import dev.dateline.ingest.poll.MemorySources;
import dev.dateline.ingest.poll.VirtualClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SourceEndpointsTest {
    private static final int NO_SUCH_ROUTE = 405;
    private static final String FEED =
            "{\"url\": \"https://a.example/feed\", \"headers\": {\"Authorization\": \"Bearer secret\"}}";

    private final MemorySources sources = new MemorySources();
    private final HttpServer server = new HttpServer(
            new HttpSettings("127.0.0.1", 0), List.of(new SourceEndpoints(sources, sources, 2, new VirtualClock())));
    private final HttpClient client = HttpClient.newHttpClient();
    private final ApiDocument document = ApiDocument.read();

    SourceEndpointsTest() throws IOException {}

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private record Answer(int status, JsonNode json) {
        String text(String path) {
            return json.at(path).asText();
        }
    }

    private Answer send(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/v1/sources" + path))
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != NO_SUCH_ROUTE) {
            document.describes(
                    method,
                    "/v1/sources" + path.replaceFirst("/[^:]*", "/{id}"),
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(null),
                    response.body());
        }
        return new Answer(response.statusCode(), Json.MAPPER.readTree(response.body()));
    }

    @Test
    void declareLookChangeRemove() throws Exception {
        assertThat(send("PUT", "/a", FEED).status()).isEqualTo(201);
        assertThat(send("PUT", "/a", FEED.replace("feed", "feed2")).status()).isEqualTo(200);

        Answer shown = send("GET", "/a", null);
        assertThat(shown.text("/url")).isEqualTo("https://a.example/feed2");
        assertThat(send("GET", "", null).text("/sources/0/id")).isEqualTo("a");

        assertThat(send("DELETE", "/a", null).status()).isEqualTo(204);
        assertThat(send("GET", "/a", null).status()).isEqualTo(404);
        assertThat(send("DELETE", "/a", null).status()).isEqualTo(404);
    }

    @Test
    void secretsGoInAndNeverComeOut() throws Exception {
        Answer declared = send("PUT", "/a", FEED);
        sources.subscribe(new Subscription(
                "a",
                "https://hub.example/",
                "https://a.example/feed",
                "hush",
                "hush",
                SubscriptionStatus.ACTIVE,
                null,
                VirtualClock.START,
                VirtualClock.START));

        for (Answer answer : List.of(declared, send("GET", "", null), send("POST", "/a:pause", null))) {
            assertThat(answer.json().toString())
                    .doesNotContain("secret", "hush")
                    .contains("***");
        }
        assertThat(sources.source("a").orElseThrow().headers()).containsEntry("Authorization", "Bearer secret");
        assertThat(send("GET", "/a", null).text("/subscription/status")).isEqualTo("active");
    }

    @Test
    void whatPollingFoundIsShownForTheAddressItIsAbout() throws Exception {
        send("PUT", "/a", FEED);
        sources.know(SourceStateBuilder.builder()
                .sourceId("a")
                .url("https://a.example/feed")
                .status(SourceStatus.FAILING)
                .detail("why")
                .failures(2)
                .breaker(BreakerState.CLOSED)
                .nextPollAt(VirtualClock.START)
                .seen(new byte[8])
                .build());

        Answer shown = send("GET", "/a", null);
        assertThat(shown.text("/state/status")).isEqualTo("failing");
        assertThat(shown.text("/state/next_poll_at")).isEqualTo("2026-11-22T10:00:00.000Z");
        assertThat(shown.json().at("/state/seen").isMissingNode()).isTrue();

        send("PUT", "/a", FEED.replace("feed", "feed2"));
        assertThat(send("GET", "/a", null).json().has("state")).isFalse();
    }

    @Test
    void pauseResumePollNow() throws Exception {
        send("PUT", "/a", FEED);
        assertThat(send("POST", "/a:pause", null).json().at("/paused").asBoolean())
                .isTrue();
        assertThat(send("POST", "/a:poll-now", null).text("/detail")).contains("resume it");
        assertThat(send("POST", "/a:resume", null).json().at("/paused").asBoolean())
                .isFalse();
        assertThat(send("POST", "/a:poll-now", null).status()).isEqualTo(202);

        assertThat(sources.source("a").orElseThrow().pollRequestedAt()).isEqualTo(VirtualClock.START);
        assertThat(send("POST", "/a:jump", null).status()).isEqualTo(NO_SUCH_ROUTE);
        assertThat(send("POST", "/b:pause", null).text("/detail")).contains("there is no source \"b\"");
    }

    @Test
    void nothingIsSaidBeforeAllIsRead() throws Exception {
        sources.complete(false);

        assertThat(send("GET", "", null).status()).isEqualTo(503);
        assertThat(send("GET", "/a", null).status()).isEqualTo(503);
        assertThat(send("PUT", "/a", FEED).text("/detail")).contains("topics apply");
    }

    @Test
    void aRequestWaitsForTheLastOfTheReading() throws Exception {
        sources.complete(false);
        CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS).execute(() -> sources.complete(true));

        assertThat(send("GET", "", null).status()).isEqualTo(200);
    }

    @Test
    void errorsSayHowToMendThem() throws Exception {
        assertThat(send("PUT", "/a", "{").text("/type")).isEqualTo("/problems/malformed-body");
        assertThat(send("PUT", "/a", "[]").status()).isEqualTo(422);
        assertThat(send("PUT", "/a", "{\"url\": 5}").text("/field")).isEqualTo("url");
        assertThat(send("PUT", "/A%20b", FEED).text("/field")).isEqualTo("id");
        send("PUT", "/a", FEED);
        send("PUT", "/b", FEED);
        assertThat(send("PUT", "/c", FEED).text("/detail")).contains("max-sources");
        assertThat(send("PUT", "/b", FEED).status()).isEqualTo(200);
    }
}
