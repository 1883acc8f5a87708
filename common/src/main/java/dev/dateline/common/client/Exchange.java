package dev.dateline.common.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;

/** One request, one answer, over a connection that may break; safe for several threads. */
final class Exchange {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    /** Longer than ingest itself waits for Kafka, so that its answer arrives. */
    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(2);

    private static final int MAX_ANSWER = 32 << 20;
    /** Below this a packet more or less makes no difference. */
    private static final int WORTH_COMPRESSING = 1 << 10;

    private final Connection connection;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_WITHIN)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private volatile boolean everAnswered;

    Exchange(Connection connection) {
        this.connection = connection;
    }

    /**
     * Posts a body, again and again while the connection breaks.
     *
     * @param retryKey null for none
     * @throws IngestUnavailableException when nothing answers
     */
    HttpResponse<byte[]> post(URI address, String mediaType, String retryKey, byte[] body, Patience.Tries tries) {
        HttpRequest request = request(address, mediaType, retryKey, body);
        while (true) {
            try {
                HttpResponse<byte[]> response = http.send(request, BoundedBody.handler(MAX_ANSWER));
                everAnswered = true;
                return response;
            } catch (IOException e) {
                // An address where nothing has ever answered is a mistake; one that did is being restarted.
                if (!everAnswered && e instanceof ConnectException) {
                    throw new IngestUnavailableException(
                            "nothing answers at " + connection.url()
                                    + ". Is it running? `dateline up` starts it; --url names another address.",
                            e);
                }
                if (!tries.waited(null)) {
                    throw new IngestUnavailableException(connection.url() + " does not answer any more: " + e, e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IngestUnavailableException("interrupted while waiting for an answer", e);
            }
        }
    }

    /**
     * Waits as long as a refusal asks.
     *
     * @throws IngestUnavailableException when patience has ended
     */
    void waitFor(HttpResponse<byte[]> response, Patience.Tries tries) {
        if (!tries.waited(Answers.retryAfter(response, Instant.now()))) {
            String why = Answers.rejected(response) instanceof Sent.Rejected rejected ? rejected.detail() : "";
            throw new IngestUnavailableException(
                    connection.url() + " still refuses after "
                            + connection.patience().atMost().toSeconds() + " s (HTTP " + response.statusCode() + "): "
                            + why,
                    null);
        }
    }

    private HttpRequest request(URI address, String mediaType, String retryKey, byte[] body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(ANSWER_WITHIN).header("Content-Type", mediaType);
        if (connection.apiKey() != null) {
            request.header("Authorization", "Bearer " + connection.apiKey());
        }
        if (retryKey != null) {
            request.header("Idempotency-Key", retryKey);
        }
        byte[] sent = body;
        if (connection.gzip() && body.length >= WORTH_COMPRESSING) {
            request.header("Content-Encoding", "gzip");
            sent = compressed(body);
        }
        return request.POST(HttpRequest.BodyPublishers.ofByteArray(sent)).build();
    }

    private static byte[] compressed(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be written", e);
        }
        return bytes.toByteArray();
    }
}
