package dev.dateline.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.common.http.HttpServer;
import dev.dateline.common.http.HttpSettings;
import dev.dateline.common.telemetry.StepCounters;
import dev.dateline.common.wire.Json;
import dev.dateline.ingest.count.SourceTally;
import dev.dateline.ingest.formats.Formats;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;

/** Ingest's routes on a port of their own, and a client that looks at every answer for what must not be in it. */
final class IngestServer implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");
    static final BodyLimits LIMITS = new BodyLimits(2 << 20, 4 << 20, 8L << 20, 2000, 1);

    final RecordingPublisher publisher = new RecordingPublisher();
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final SourceTally sources = new SourceTally(InstantSource.system());
    final StepCounters steps = new StepCounters(registry);
    final IngestMetrics metrics = new IngestMetrics(registry, steps, sources);
    private final ArticleEndpoints endpoints =
            new ArticleEndpoints(Formats.all(), LIMITS, publisher, metrics, Clock.fixed(NOW, ZoneOffset.UTC));
    private final HttpServer server = new HttpServer(new HttpSettings("127.0.0.1", 0), List.of(endpoints));
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** An answer. */
    record Answer(int status, String type, String retryAfter, String allow, String body) {
        JsonNode json() {
            try {
                return Json.MAPPER.readTree(body);
            } catch (JsonProcessingException e) {
                throw new AssertionError("not JSON: " + body, e);
            }
        }

        String problem() {
            assertThat(type).isEqualTo("application/problem+json");
            assertThat(json().path("status").asInt()).isEqualTo(status);
            return json().path("type").asText();
        }
    }

    IngestServer() {
        server.start();
    }

    int port() {
        return server.port();
    }

    Answer post(String path, String contentType, byte[] body, String... headers) {
        return send("POST", path, contentType, HttpRequest.BodyPublishers.ofByteArray(body), headers);
    }

    Answer postJson(String json, String... headers) {
        return post("/v1/articles", "application/json", json.getBytes(StandardCharsets.UTF_8), headers);
    }

    Answer postBatch(String ndjson, String... headers) {
        return post("/v1/articles:batch", "application/x-ndjson", ndjson.getBytes(StandardCharsets.UTF_8), headers);
    }

    Answer send(String method, String path, String contentType, HttpRequest.BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            saysNothingOfItsInside(response.body());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(null),
                    response.headers().firstValue("Retry-After").orElse(null),
                    response.headers().firstValue("Allow").orElse(null),
                    response.body());
        } catch (IOException e) {
            throw new AssertionError("no answer to " + method + " " + path, e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** What the server answers to these bytes before it closes the connection. */
    String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            saysNothingOfItsInside(answer);
            return answer;
        }
    }

    static void saysNothingOfItsInside(String answer) {
        assertThat(answer).doesNotContain("Exception", "java.", "com.fasterxml", "\tat ", "org.eclipse", "Jetty");
    }

    @Override
    public void close() {
        server.close();
        endpoints.close();
    }
}
