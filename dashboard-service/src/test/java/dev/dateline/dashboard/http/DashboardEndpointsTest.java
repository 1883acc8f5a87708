package dev.dateline.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.common.http.HttpServer;
import dev.dateline.common.http.HttpSettings;
import dev.dateline.common.http.Problem;
import dev.dateline.common.runtime.Health;
import dev.dateline.common.wire.Json;
import dev.dateline.dashboard.series.Series;
import dev.dateline.dashboard.verdict.Watch;
import dev.dateline.dashboard.view.DashboardView;
import dev.dateline.dashboard.view.Samples;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DashboardEndpointsTest {
    private final Samples.Clock clock = new Samples.Clock();
    private final DashboardView view = Samples.view(clock);
    private final Series series = new Series(clock, 100);
    private final Watch watch = new Watch(clock, view, series, series::quietSources, List::of, Health::up);
    private final LiveStream stream = new LiveStream(clock, view, series, watch, Health::up, 2);
    private final HttpServer server =
            new HttpServer(new HttpSettings("127.0.0.1", 0), List.of(new DashboardEndpoints(view, stream, Health::up)));
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        // In the order of the host: no new work first.
        server.close();
        stream.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    private JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Json.MAPPER.readTree(answer.body());
    }

    @Test
    void thePageComesWithItsPolicy() throws Exception {
        HttpResponse<String> page = get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(page.headers().firstValue("Content-Security-Policy")).contains(Asset.POLICY);
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.body()).contains("<h1>Dateline</h1>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/pipeline",
                "/articles",
                "/articles/x",
                "/map",
                "/trends",
                "/sources",
                "/dead-letters",
                "/alerts"
            })
    void everyPageIsTheSameDocument(String path) throws Exception {
        assertThat(get(path).body()).isEqualTo(get("/").body());
    }

    @ParameterizedTest
    @CsvSource({
        "/assets/dashboard.css, text/css;charset=utf-8",
        "/assets/dashboard.js, text/javascript;charset=utf-8",
        "/assets/world.json, application/json",
        "/assets/icon.svg, image/svg+xml"
    })
    void assetsHaveTheirTypeAndAreNotSentTwice(String path, String mediaType) throws Exception {
        HttpResponse<String> first = get(path);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Content-Type")).contains(mediaType);

        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again =
                client.send(request(path).header("If-None-Match", tag).build(), BodyHandlers.ofString());

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void theOverviewShowsTheBooksBalanced() throws Exception {
        view.ledger("gazette|0", Samples.line("gazette", 0, 10, 4, 3, 2, 1));
        view.ledger("wire|0", Samples.line("wire", 0, 5, 3, 0, 0, 0));
        view.event(Samples.at(1), Samples.event(1));
        view.deadLetter(Samples.at(2), Samples.deadLetter(null));
        view.telemetry(Samples.telemetry("host-1", "enrich", Samples.START));

        JsonNode overview = json("/v1/overview");

        assertThat(overview.at("/reading/status").asText()).isEqualTo("up");
        assertThat(overview.at("/totals/raw").asLong()).isEqualTo(15);
        assertThat(overview.at("/totals/in_flight").asLong()).isEqualTo(2);
        assertThat(overview.at("/ledger/rows/0/source_id").asText()).isEqualTo("gazette");
        assertThat(overview.at("/ledger/rows/0/balanced").asBoolean()).isTrue();
        assertThat(overview.at("/ledger/rows/1/in_flight").asLong()).isEqualTo(2);
        assertThat(overview.at("/instances/0/service").asText()).isEqualTo("enrich");
        assertThat(overview.at("/recent_events/0/title").asText()).isEqualTo("Ferry 1 leaves on time");
        assertThat(overview.at("/recent_events/0").has("body_text")).isFalse();
        assertThat(overview.at("/recent_dead_letters/0/reason").asText()).isEqualTo("NO_TEXT");
    }

    @Test
    void theLedgerIsSearchedOnTheServer() throws Exception {
        for (int i = 0; i < 60; i++) {
            view.ledger("s|0", Samples.line("source-" + i, 0, 100 + i, 0, 0, 0, 0));
        }

        assertThat(json("/v1/ledger").at("/rows").size()).isEqualTo(50);
        assertThat(json("/v1/ledger?q=SOURCE-5&limit=5").at("/matching").asInt())
                .isEqualTo(11);
        assertThat(json("/v1/ledger?q=SOURCE-5&limit=5").at("/rows").size()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/ledger?limit=0, limit",
        "/v1/ledger?limit=1001, limit",
        "/v1/ledger?limit=many, limit",
        "/v1/articles/short, id",
        "/v1/articles/ABCDEFGHIJKLMNOPQRSTUVWXYZ, id"
    })
    void aRequestThatCannotBeMeantIsAProblem(String path, String field) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains(Problem.MEDIA_TYPE);
        assertThat(Json.MAPPER.readTree(answer.body()).at("/field").asText()).isEqualTo(field);
    }

    @Test
    void anArticleSaysWhatBecameOfIt() throws Exception {
        view.event(Samples.at(1), Samples.event(7));
        view.duplicate(Samples.at(2), Samples.duplicate(7));

        JsonNode fate = json("/v1/articles/" + Samples.id(7));

        assertThat(fate.at("/status").asText()).isEqualTo("duplicate");
        assertThat(fate.at("/event/revision").asInt()).isEqualTo(1);
        assertThat(fate.at("/event/record/offset").asLong()).isEqualTo(1);
        assertThat(fate.at("/duplicate/original_id").asText()).isEqualTo(Samples.id(1));
        assertThat(fate.has("dead_letter")).isFalse();
    }

    @Test
    void anArticleNotSeenSaysHowFarBackTheIndexGoes() throws Exception {
        HttpResponse<String> answer = get("/v1/articles/" + Samples.id(8));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Json.MAPPER.readTree(answer.body()).at("/detail").asText())
                .contains("since 2026-11-22T09:00:00.000Z")
                .contains("the 0 articles");
    }

    private BufferedReader open() throws Exception {
        return open(null);
    }

    private BufferedReader open(String lastEventId) throws Exception {
        HttpRequest.Builder request = request("/v1/stream").header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream;charset=utf-8");
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    /** The lines of the next message. */
    private static List<String> message(BufferedReader reader) throws Exception {
        List<String> lines = new ArrayList<>();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (!line.isEmpty()) {
                lines.add(line);
            } else if (!lines.isEmpty()) {
                break;
            }
        }
        return lines;
    }

    /** The next message with one of these names: id, name, data. */
    private static List<String> message(BufferedReader reader, String... names) throws Exception {
        for (List<String> lines = message(reader); !lines.isEmpty(); lines = message(reader)) {
            if (lines.size() > 1 && List.of(names).contains(lines.get(1).substring("event: ".length()))) {
                return lines;
            }
        }
        throw new AssertionError("the stream ended");
    }

    private static String id(List<String> message) {
        return message.get(0).substring("id: ".length());
    }

    private void second() {
        clock.advanceSeconds(1);
        for (int i = 0; i < 4; i++) {
            stream.round();
        }
    }

    @Test
    void theStreamBeginsWithEverythingAndGoesOnWithNews() throws Exception {
        view.event(Samples.at(1), Samples.event(1));
        view.takeNewEvents();
        try (BufferedReader reader = open()) {
            assertThat(message(reader)).containsExactly("retry: 2000");
            List<String> greeting = message(reader);
            assertThat(greeting.get(1)).isEqualTo("event: overview");
            assertThat(greeting.get(2)).contains("\"recent_events\":[{").contains("Ferry 1 leaves on time");
            List<String> pulse = message(reader);
            assertThat(pulse.get(1)).isEqualTo("event: pulse");
            assertThat(pulse.get(2)).contains("\"verdict\":{").contains("\"now\":{");
            second();
            assertThat(message(reader).get(1)).isEqualTo("event: pulse");
            assertThat(message(reader).get(1)).isEqualTo("event: overview");

            view.event(Samples.at(2), Samples.event(2));
            stream.round();
            List<String> event = message(reader);
            assertThat(event.get(0)).matches("id: [0-9a-z]+-1");
            assertThat(event.get(1)).isEqualTo("event: event");
            assertThat(event.get(2)).startsWith("data: {").contains("Ferry 2 leaves on time");
        }
    }

    @Test
    void aClientThatComesAgainGetsWhatItMissed() throws Exception {
        String seen;
        try (BufferedReader reader = open()) {
            view.event(Samples.at(1), Samples.event(1));
            stream.round();
            seen = id(message(reader, "event"));
        }
        view.event(Samples.at(2), Samples.event(2));
        view.event(Samples.at(3), Samples.event(3));
        stream.round();

        try (BufferedReader reader = open(seen)) {
            assertThat(message(reader, "event", "overview", "skipped").get(2)).contains("Ferry 2 leaves on time");
            assertThat(message(reader, "event", "overview", "skipped").get(2)).contains("Ferry 3 leaves on time");
            assertThat(message(reader, "event", "overview", "skipped").get(1)).isEqualTo("event: overview");
        }
    }

    @Test
    void whatIsNotKeptAnyMoreIsCounted() throws Exception {
        String seen;
        try (BufferedReader reader = open()) {
            seen = id(message(reader, "overview"));
        }
        for (int i = 0; i < Journal.KEPT + 7; i++) {
            view.event(Samples.at(i), Samples.event(i));
            stream.round();
        }

        try (BufferedReader reader = open(seen)) {
            assertThat(message(reader, "event", "skipped").get(2)).isEqualTo("data: {\"events\":7}");
            assertThat(message(reader, "event", "skipped").get(2)).contains("Ferry 7 leaves on time");
        }
    }

    @Test
    void aDashboardThatBeganAnewSaysThatItDoesNotKnow() throws Exception {
        try (BufferedReader reader = open("another-12")) {
            assertThat(message(reader, "overview", "skipped").get(2)).isEqualTo("data: {}");
            assertThat(message(reader, "overview", "skipped").get(1)).isEqualTo("event: overview");
        }
        try (BufferedReader reader = open("<script>")) {
            assertThat(message(reader, "overview", "skipped").get(1)).isEqualTo("event: overview");
        }
    }

    @Test
    void aQuietOverviewComesEveryTenthSecondAndThePulseEachSecond() throws Exception {
        // After a minute without an article the history is full of zeros, and the overview stays the same.
        for (int i = 0; i < 62; i++) {
            second();
        }
        try (BufferedReader reader = open()) {
            message(reader, "pulse");
            int pulses = 0;
            for (int i = 0; i < 10; i++) {
                second();
            }
            while (message(reader, "pulse", "overview").get(1).equals("event: pulse")) {
                pulses++;
            }
            assertThat(pulses).isBetween(2, 10);
        }
    }

    @Test
    void oneStreamTooManyIsRefusedAndAFreedPlaceIsTakenAgain() throws Exception {
        try (BufferedReader first = open();
                BufferedReader second = open()) {
            message(first);
            message(second);
            HttpResponse<String> refused = get("/v1/stream");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).contains("10");
            assertThat(Json.MAPPER.readTree(refused.body()).at("/type").asText())
                    .isEqualTo("/problems/streams-full");
        }
        while (stream.clients() > 0) {
            // Who left is noticed when something is written.
            view.unreadable("news.events.v1");
            second();
        }
        try (BufferedReader again = open()) {
            assertThat(message(again)).containsExactly("retry: 2000");
        }
    }

    @Test
    void closingEndsTheStreams() throws Exception {
        try (BufferedReader reader = open()) {
            message(reader, "pulse");
            stream.close();
            assertThat(reader.readLine()).isNull();
        }
        assertThat(stream.clients()).isZero();
    }

    @Test
    void aServerThatStopsEndsTheStreamsToo() throws Exception {
        try (BufferedReader reader = open()) {
            message(reader);
            message(reader);
            server.close();
            view.unreadable("news.events.v1");
            second();
            stream.close();
            second();

            assertThat(stream.clients()).isZero();
        }
    }

    @Test
    void aClientThatDoesNotReadIsSkippedAheadThenDroppedAndHoldsUpNobody() throws Exception {
        try (Socket deaf = new Socket();
                BufferedReader reader = open()) {
            message(reader);
            deaf.setReceiveBufferSize(4096);
            deaf.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
            OutputStream out = deaf.getOutputStream();
            out.write("GET /v1/stream HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (stream.clients() < 2) {
                Thread.onSpinWait();
            }
            for (int i = 0; stream.dropped() == 0 && i < 100_000; i++) {
                view.event(Samples.at(i), Samples.event(i));
                second();
                assertThat(message(reader, "event")).isNotEmpty();
            }

            assertThat(stream.skipped()).isPositive();
            assertThat(stream.dropped()).isOne();
            assertThat(stream.clients()).isOne();
        }
    }
}
