package dev.dateline.standalone.send;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Sends articles to ingest and waits for its answers. Refusals that pass by themselves (429, 503, a broken connection) are tried again
 * as {@code Retry-After} asks, as long as {@link Patience} lasts; an article may then arrive twice, which counts as a resend. Safe for
 * several threads.
 */
public final class IngestClient {
    public static final String JSON = "application/json";
    public static final String TEXT = "text/plain";
    private static final String NDJSON = "application/x-ndjson";
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    /** Longer than ingest itself waits for Kafka, so that its answer arrives. */
    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(2);

    private static final int MAX_ANSWER = 32 << 20;

    private final URI articles;
    private final URI batches;
    private final URI base;
    private final Patience patience;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_WITHIN)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private volatile boolean everAnswered;

    /**
     * A client of one ingest.
     *
     * @param base its address, for example {@code http://127.0.0.1:8080}
     */
    public IngestClient(URI base, Patience patience) {
        String root = base.toString().replaceAll("/+$", "");
        this.base = base;
        this.articles = URI.create(root + "/v1/articles");
        this.batches = URI.create(root + "/v1/articles:batch");
        this.patience = patience;
    }

    /**
     * Sends one article.
     *
     * @param parameters of the query: {@code source}, {@code id}, {@code url} for text
     * @throws IngestUnavailableException when nothing answers, or refuses for too long
     */
    public Sent article(String mediaType, Map<String, String> parameters, byte[] body) {
        Patience.Tries tries = patience.begin();
        while (true) {
            HttpResponse<byte[]> response = exchange(address(parameters), mediaType, body, tries);
            if (!Answers.isPassing(response.statusCode())) {
                return Answers.single(response);
            }
            waitFor(response, tries);
        }
    }

    /**
     * Sends JSON articles together, in order. What ingest could not take in the middle of a batch is sent again, alone.
     *
     * @param lines one JSON object each, without line breaks; not blank
     * @return one result per line, in order
     * @throws IngestUnavailableException when nothing answers, or refuses for too long
     */
    public List<Sent> batch(List<byte[]> lines) {
        Sent[] results = new Sent[lines.size()];
        List<Integer> open = IntStream.range(0, lines.size()).boxed().toList();
        Patience.Tries tries = patience.begin();
        while (!open.isEmpty()) {
            HttpResponse<byte[]> response = exchange(batches, NDJSON, join(lines, open), tries);
            List<Integer> left = settle(response, open, results);
            if (left.size() < open.size()) {
                tries.succeeded();
            }
            if (Answers.isPassing(response.statusCode())) {
                waitFor(response, tries);
            } else if (left.size() == open.size()) {
                // Refused as a whole, or not answered line by line: again would be the same.
                left.forEach(index -> results[index] = Answers.rejected(response));
                left = List.of();
            }
            open = left;
        }
        return List.copyOf(Arrays.asList(results));
    }

    /** Notes the answers to lines; returns those that have none yet. */
    private static List<Integer> settle(HttpResponse<byte[]> response, List<Integer> open, Sent[] results) {
        for (Answers.Item item : Answers.items(response)) {
            if (item.line() >= 1 && item.line() <= open.size()) {
                results[open.get(item.line() - 1)] = item.sent();
            }
        }
        return open.stream().filter(index -> results[index] == null).toList();
    }

    private static byte[] join(List<byte[]> lines, List<Integer> which) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int index : which) {
            body.writeBytes(lines.get(index));
            body.write('\n');
        }
        return body.toByteArray();
    }

    private URI address(Map<String, String> parameters) {
        if (parameters.isEmpty()) {
            return articles;
        }
        List<String> pairs = new ArrayList<>();
        new TreeMap<>(parameters)
                .forEach((name, value) -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return URI.create(articles + pairs.stream().collect(Collectors.joining("&", "?", "")));
    }

    private HttpResponse<byte[]> exchange(URI address, String mediaType, byte[] body, Patience.Tries tries) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(ANSWER_WITHIN)
                .header("Content-Type", mediaType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        while (true) {
            try {
                HttpResponse<byte[]> response = http.send(request, BoundedBody.handler(MAX_ANSWER));
                everAnswered = true;
                return response;
            } catch (IOException e) {
                // An address where nothing has ever answered is a mistake; one that did is being restarted.
                if (!everAnswered && e instanceof ConnectException) {
                    throw new IngestUnavailableException(
                            "nothing answers at " + base
                                    + ". Is it running? `dateline up` starts it; --url names another address.",
                            e);
                }
                if (!tries.waited(null)) {
                    throw new IngestUnavailableException(base + " does not answer any more: " + e, e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IngestUnavailableException("interrupted while waiting for an answer", e);
            }
        }
    }

    private void waitFor(HttpResponse<byte[]> response, Patience.Tries tries) {
        if (!tries.waited(Answers.retryAfter(response, Instant.now()))) {
            String why = Answers.rejected(response) instanceof Sent.Rejected rejected ? rejected.detail() : "";
            throw new IngestUnavailableException(
                    base + " still refuses after " + patience.atMost().toSeconds() + " s (HTTP " + response.statusCode()
                            + "): " + why,
                    null);
        }
    }
}
