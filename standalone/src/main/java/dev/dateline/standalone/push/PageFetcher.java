package dev.dateline.standalone.push;

import dev.dateline.common.client.BoundedBody;
import dev.dateline.common.runtime.Version;
import dev.dateline.ingest.poll.fetch.PublicAddress;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches one page: http and https only, to public addresses only unless told otherwise, redirects included, within a size and a time.
 * A page may redirect to, or a name may stand for, an address inside one's own network; what answers there must not become news.
 */
public final class PageFetcher {
    private static final Duration WITHIN = Duration.ofSeconds(20);
    private static final int MAX_BYTES = 3 << 20;
    private static final int MAX_REDIRECTS = 5;

    private final boolean allowPrivate;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(WITHIN)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** Any failure to get a page; the message says why. */
    public static final class FetchException extends IOException {
        private static final long serialVersionUID = 1L;

        FetchException(String message) {
            super(message);
        }

        FetchException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** A fetcher; {@code allowPrivate} also goes to private and loopback addresses. */
    public PageFetcher(boolean allowPrivate) {
        this.allowPrivate = allowPrivate;
    }

    /**
     * The page at an address.
     *
     * @throws FetchException when there is no page to be had
     */
    public Page fetch(URI address) throws FetchException {
        long deadline = System.nanoTime() + WITHIN.toNanos();
        URI url = address;
        for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
            check(url);
            HttpResponse<byte[]> response = get(url, deadline);
            if (response.statusCode() / 100 != 3) {
                return page(url, response);
            }
            url = target(url, response);
        }
        throw new FetchException("redirects more than " + MAX_REDIRECTS + " times");
    }

    private void check(URI url) throws FetchException {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new FetchException("only http and https pages are fetched");
        }
        if (url.getHost() == null || url.getUserInfo() != null) {
            throw new FetchException("the address has no host that can be asked");
        }
        // The JVM keeps the answer (networkaddress.cache.ttl, 30 s) longer than we fetch, so the connection goes to
        // what is checked here.
        try {
            if (!allowPrivate && !PublicAddress.allPublic(url.getHost())) {
                throw new FetchException(
                        url.getHost() + " is not on the public internet; --allow-private fetches it all the same");
            }
        } catch (UnknownHostException e) {
            throw new FetchException("no such host: " + url.getHost(), e);
        }
    }

    private HttpResponse<byte[]> get(URI url, long deadline) throws FetchException {
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("User-Agent", "dateline/" + Version.current())
                .header("Accept", "text/html, application/xhtml+xml, text/plain;q=0.5")
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request, BoundedBody.handler(MAX_BYTES));
        try {
            return answer.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new FetchException("can't be fetched: " + e.getCause(), e);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new FetchException("took longer than " + WITHIN.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new FetchException("interrupted", e);
        }
    }

    private static URI target(URI from, HttpResponse<?> response) throws FetchException {
        String location = response.headers()
                .firstValue("Location")
                .orElseThrow(() -> new FetchException("answers HTTP " + response.statusCode() + " without a Location"));
        try {
            return from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new FetchException("redirects to something that is no address", e);
        }
    }

    private static Page page(URI url, HttpResponse<byte[]> response) throws FetchException {
        if (response.statusCode() != 200) {
            throw new FetchException("answers HTTP " + response.statusCode());
        }
        if (response.headers()
                .firstValue("Content-Encoding")
                .filter(coding -> !coding.equals("identity"))
                .isPresent()) {
            throw new FetchException("is sent packed although that was not asked for");
        }
        String type = response.headers().firstValue("Content-Type").orElse("text/html");
        String name = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "text/html", "application/xhtml+xml" -> new Page(url, true, PageText.of(response.body(), type));
            case "text/plain" -> new Page(url, false, PageText.of(response.body(), type));
            default -> throw new FetchException("is neither HTML nor plain text");
        };
    }
}
