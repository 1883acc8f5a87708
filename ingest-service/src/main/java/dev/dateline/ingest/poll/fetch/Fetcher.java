package dev.dateline.ingest.poll.fetch;

import dev.dateline.common.runtime.DaemonThreads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Fetches documents. Redirects are followed here and not by the client, because each hop is checked and recorded; no cookies, no
 * retries, no authentication of the client's own. Safe for several threads.
 */
public final class Fetcher implements AutoCloseable {
    private static final int MAX_REDIRECTS = 5;
    private static final int MAX_CONNECTIONS = 64;
    private static final int MAX_HEADERS = 200;
    private static final int MAX_LINE = 16 << 10;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    /** What describes the message itself and is ours to set. */
    private static final Set<String> OWN_HEADERS =
            Set.of("host", "content-length", "transfer-encoding", "connection", "accept-encoding", "te", "upgrade");

    private final FetchSettings settings;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService deadlines;

    public Fetcher(FetchSettings settings) {
        this(settings, InetAddress::getAllByName);
    }

    Fetcher(FetchSettings settings, AddressGuard.Resolver resolver) {
        this.settings = settings;
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, DaemonThreads.named("fetch-deadline"));
        timer.setRemoveOnCancelPolicy(true);
        this.deadlines = timer;
        Timeout within = Timeout.of(settings.within());
        this.client = HttpClients.custom()
                .setConnectionManager(connections(within, new AddressGuard(settings.allowed(), resolver)))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(within)
                        .setResponseTimeout(within)
                        .setRedirectsEnabled(false)
                        .setAuthenticationEnabled(false)
                        .setContentCompressionEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setUserAgent(settings.userAgent())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableDefaultUserAgent()
                .build();
    }

    private static PoolingHttpClientConnectionManager connections(Timeout within, AddressGuard guard) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(guard)
                .setMaxConnTotal(MAX_CONNECTIONS)
                .setMaxConnPerRoute(MAX_CONNECTIONS)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(within)
                        .setSocketTimeout(within)
                        .setTimeToLive(TimeValue.ofMinutes(1))
                        .build())
                .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(within).build())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxHeaderCount(MAX_HEADERS)
                                .setMaxLineLength(MAX_LINE)
                                .build())
                        .build())
                .build();
    }

    /** The document, or why there is none; in the time the settings give, and never with an exception. */
    public Fetched fetch(FetchRequest wanted, Cancellation cancellation) {
        Exchange exchange = new Exchange(wanted);
        Runnable end = exchange::expire;
        if (!cancellation.begin(end)) {
            return new Fetched.Failed(Fetched.Cause.UNREACHABLE, "was cancelled", List.of());
        }
        ScheduledFuture<?> deadline = deadlines.schedule(end, settings.within().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return exchange.run();
        } finally {
            deadline.cancel(false);
            cancellation.done(end);
        }
    }

    /** Ends all exchanges at once; what they were asked for is then unreachable. */
    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
        deadlines.shutdownNow();
    }

    /** One document, over several hops. */
    private final class Exchange {
        private final FetchRequest wanted;
        private final String origin;
        private final List<Fetched.Hop> hops = new ArrayList<>();
        private final AtomicReference<HttpUriRequestBase> current = new AtomicReference<>();
        private volatile boolean expired;

        Exchange(FetchRequest wanted) {
            this.wanted = wanted;
            this.origin = WebUri.origin(wanted.url());
        }

        /** Cuts the connection, whatever it is doing: a server that sends a byte a second never meets a socket's timeout. */
        void expire() {
            expired = true;
            HttpUriRequestBase request = current.get();
            if (request != null) {
                request.cancel();
            }
        }

        Fetched run() {
            URI url = wanted.url();
            Set<URI> visited = new HashSet<>();
            while (visited.add(url) && hops.size() <= MAX_REDIRECTS) {
                Fetched answered = hop(url);
                if (!(answered instanceof Fetched.Answer answer)
                        || !REDIRECTS.contains(answer.status())
                        || wanted.form() != null) {
                    return answered;
                }
                URI from = url;
                Optional<URI> target = answer.header("location").flatMap(location -> WebUri.resolve(from, location));
                if (target.isEmpty()) {
                    return failed(
                            Fetched.Cause.REDIRECTS,
                            "redirects (HTTP " + answer.status() + ") to no address that can be asked");
                }
                url = target.get();
                hops.add(new Fetched.Hop(answer.status(), url));
            }
            return failed(
                    Fetched.Cause.REDIRECTS,
                    hops.size() > MAX_REDIRECTS
                            ? "redirects more than " + MAX_REDIRECTS + " times"
                            : "redirects in a circle");
        }

        private Fetched hop(URI url) {
            HttpUriRequestBase request = request(url);
            current.set(request);
            if (expired) {
                return timeout();
            }
            try {
                return client.execute(request, response -> answer(url, response));
            } catch (RefusedAddressException e) {
                return failed(Fetched.Cause.REFUSED_ADDRESS, e.getMessage());
            } catch (BoundedBody.TooLargeException e) {
                return failed(Fetched.Cause.TOO_LARGE, e.getMessage());
            } catch (BoundedBody.BrokenException e) {
                return failed(Fetched.Cause.BROKEN, e.getMessage());
            } catch (IOException | IllegalStateException e) {
                return expired ? timeout() : failed(Fetched.Cause.UNREACHABLE, "can't be reached: " + described(e));
            }
        }

        private HttpUriRequestBase request(URI url) {
            HttpUriRequestBase request = new HttpUriRequestBase(wanted.form() == null ? "GET" : "POST", url);
            request.setHeader("Accept", wanted.accept());
            request.setHeader("Accept-Encoding", "gzip");
            if (wanted.etag() != null) {
                request.setHeader("If-None-Match", wanted.etag());
            }
            if (wanted.lastModified() != null) {
                request.setHeader("If-Modified-Since", wanted.lastModified());
            }
            if (WebUri.origin(url).equals(origin)) {
                wanted.headers().forEach((name, value) -> {
                    if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                        request.setHeader(name, value);
                    }
                });
            }
            if (wanted.form() != null) {
                request.setEntity(new StringEntity(wanted.form(), ContentType.APPLICATION_FORM_URLENCODED));
            }
            return request;
        }

        private Fetched answer(URI url, ClassicHttpResponse response) throws IOException, HttpException {
            Map<String, List<String>> headers = new HashMap<>();
            for (Header header : response.getHeaders()) {
                headers.computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                        .add(header.getValue() == null ? "" : header.getValue());
            }
            int status = response.getCode();
            boolean wantedBody = status / 100 == 2 && response.getEntity() != null;
            byte[] body = new byte[0];
            if (wantedBody) {
                Header coding = response.getFirstHeader("Content-Encoding");
                body = BoundedBody.read(
                        response.getEntity().getContent(),
                        coding == null ? null : coding.getValue(),
                        settings.maxBytes());
            } else {
                // Read to its end it could be long; the connection is not worth it.
                response.close();
            }
            return new Fetched.Answer(status, url, List.copyOf(hops), headers, body);
        }

        private Fetched timeout() {
            return failed(
                    Fetched.Cause.TIMEOUT,
                    "took longer than " + settings.within().toSeconds() + " s");
        }

        private Fetched failed(Fetched.Cause cause, String detail) {
            return new Fetched.Failed(cause, detail, List.copyOf(hops));
        }
    }

    private static String described(Exception e) {
        String message = e.getMessage();
        String name = e.getClass().getSimpleName();
        return message == null || message.isBlank() ? name : message;
    }
}
