package dev.dateline.common.client;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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
 * several threads. {@link DatelineProducer} gathers articles into batches on top of it.
 */
public final class IngestClient {
    public static final String JSON = "application/json";
    public static final String TEXT = "text/plain";

    private final URI single;
    private final URI batches;
    private final Patience patience;
    private final Exchange exchange;

    public IngestClient(Connection connection) {
        String root = connection.url().toString().replaceAll("/++$", "");
        this.single = URI.create(root + "/v1/articles");
        this.batches = URI.create(root + "/v1/articles:batch");
        this.patience = connection.patience();
        this.exchange = new Exchange(connection);
    }

    /** A client of an ingest that asks for no key. */
    public IngestClient(URI url, Patience patience) {
        this(Connection.to(url).with(patience));
    }

    /**
     * Sends one article.
     *
     * @param parameters of the query: {@code source}, {@code id}, {@code url} for text
     * @throws IngestUnavailableException when nothing answers, or refuses for too long
     */
    public Sent article(String mediaType, Map<String, String> parameters, byte[] body) {
        return article(mediaType, parameters, null, body);
    }

    /**
     * Sends one article under a key of the caller's: whatever is sent under it again is the same article, even if it was mended in
     * between. An article with a provider's id or a URL needs none.
     *
     * @param retryKey 1 to 255 visible ASCII characters, for example a UUID; null for none
     * @throws IngestUnavailableException when nothing answers, or refuses for too long
     */
    public Sent article(String mediaType, Map<String, String> parameters, String retryKey, byte[] body) {
        Patience.Tries tries = patience.begin();
        while (true) {
            HttpResponse<byte[]> response =
                    exchange.post(address(single, parameters), mediaType, retryKey, body, tries);
            if (!Answers.isPassing(response.statusCode())) {
                return Answers.single(response);
            }
            exchange.waitFor(response, tries);
        }
    }

    /**
     * Sends one document with any number of articles: a feed, a news message, a collection.
     *
     * @param mediaType {@code application/octet-stream} leaves it to ingest to look what it is
     * @param parameters of the query: {@code source}, {@code url}
     * @return one result per article in order; when ingest did not read it to its end, what ended it is the last
     * @throws IngestUnavailableException when nothing answers, or refuses for too long
     */
    public List<Sent> document(String mediaType, Map<String, String> parameters, byte[] body) {
        Patience.Tries tries = patience.begin();
        while (true) {
            HttpResponse<byte[]> response = exchange.post(address(batches, parameters), mediaType, null, body, tries);
            if (!Answers.isPassing(response.statusCode())) {
                return Answers.all(response);
            }
            exchange.waitFor(response, tries);
        }
    }

    /**
     * Sends JSON articles together, in order. What ingest could not take in the middle of a batch is sent again, alone.
     *
     * @param articles one JSON object each; not blank
     * @return one result per article, in order
     * @throws IngestUnavailableException when nothing answers, or refuses for too long
     */
    public List<Sent> batch(List<byte[]> articles) {
        return send(Framing.LINES, batches, articles);
    }

    /**
     * Sends records of a web archive together, in order, for ingest to find the pages among them.
     *
     * @param parameters of the query: {@code source}
     * @param records WARC records (ISO 28500), each whole and not compressed
     * @return one result per record, in order
     * @throws IngestUnavailableException when nothing answers, or refuses for too long
     */
    public List<Sent> records(Map<String, String> parameters, List<byte[]> records) {
        return send(Framing.RECORDS, address(batches, parameters), records);
    }

    private List<Sent> send(Framing framing, URI address, List<byte[]> parts) {
        Sent[] results = new Sent[parts.size()];
        List<Integer> open = IntStream.range(0, parts.size()).boxed().toList();
        Patience.Tries tries = patience.begin();
        while (!open.isEmpty()) {
            HttpResponse<byte[]> response =
                    exchange.post(address, framing.mediaType(), null, framing.body(parts, open), tries);
            List<Integer> left = settle(response, open, results);
            if (left.size() < open.size()) {
                tries.succeeded();
            }
            if (Answers.isPassing(response.statusCode())) {
                exchange.waitFor(response, tries);
            } else if (framing == Framing.RECORDS && Answers.isComplete(response)) {
                left.forEach(index -> results[index] = new Sent.PassedOver());
                left = List.of();
            } else if (left.size() == open.size()) {
                // Refused as a whole, or not answered line by line: again would be the same.
                left.forEach(index -> results[index] = Answers.rejected(response));
                left = List.of();
            }
            open = left;
        }
        return List.copyOf(Arrays.asList(results));
    }

    /** Notes the answers to parts; returns those that have none yet. */
    private static List<Integer> settle(HttpResponse<byte[]> response, List<Integer> open, Sent[] results) {
        for (Answers.Item item : Answers.items(response)) {
            if (item.line() >= 1 && item.line() <= open.size()) {
                results[open.get(item.line() - 1)] = item.sent();
            }
        }
        return open.stream().filter(index -> results[index] == null).toList();
    }

    private static URI address(URI base, Map<String, String> parameters) {
        if (parameters.isEmpty()) {
            return base;
        }
        List<String> pairs = new ArrayList<>();
        new TreeMap<>(parameters)
                .forEach((name, value) -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return URI.create(base + pairs.stream().collect(Collectors.joining("&", "?", "")));
    }
}
