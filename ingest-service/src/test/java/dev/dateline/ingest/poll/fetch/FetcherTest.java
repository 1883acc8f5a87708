package dev.dateline.ingest.poll.fetch;

import static dev.dateline.ingest.poll.FeedServer.bytes;
import static dev.dateline.ingest.poll.FeedServer.drip;
import static dev.dateline.ingest.poll.FeedServer.gzip;
import static dev.dateline.ingest.poll.FeedServer.ok;
import static dev.dateline.ingest.poll.FeedServer.redirect;
import static dev.dateline.ingest.poll.FeedServer.status;
import static dev.dateline.ingest.poll.FeedServer.versioned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.ingest.poll.FeedServer;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherTest {
    private static final int MAX = 100_000;

    private final FeedServer server = new FeedServer();
    private final Fetcher fetcher = fetcher("127.0.0.0/8", Duration.ofSeconds(20));

    @AfterEach
    void stop() {
        fetcher.close();
        server.close();
    }

    private static Fetcher fetcher(String allowed, Duration within) {
        return new Fetcher(
                new FetchSettings("dateline/test (+mailto:desk@example.org)", Networks.parse(allowed), MAX, within));
    }

    private Fetched get(String path) {
        return fetcher.fetch(FetchRequest.get(server.url(path), "text/xml"), new Cancellation());
    }

    private static Fetched.Answer answer(Fetched fetched) {
        assertThat(fetched).isInstanceOf(Fetched.Answer.class);
        return (Fetched.Answer) fetched;
    }

    private static Fetched.Failed failed(Fetched fetched) {
        assertThat(fetched).isInstanceOf(Fetched.Failed.class);
        return (Fetched.Failed) fetched;
    }

    @Test
    void sayWhoAsksAndTakeTheDocument() {
        server.on("/feed", ok("<rss/>", "Content-Type", "text/xml", "ETag", "\"1\""));

        Fetched.Answer answer = answer(get("/feed"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("<rss/>");
        assertThat(answer.header("ETag")).contains("\"1\"");
        FeedServer.Asked asked = server.asked().get(0);
        assertThat(asked.header("user-agent")).isEqualTo("dateline/test (+mailto:desk@example.org)");
        assertThat(asked.header("accept-encoding")).isEqualTo("gzip");
        assertThat(asked.header("accept")).isEqualTo("text/xml");
        assertThat(asked.header("cookie")).isNull();
    }

    @Test
    void askOnlyForWhatChanged() {
        server.on("/feed", versioned("\"1\"", "<rss/>"));

        Fetched fetched = fetcher.fetch(
                new FetchRequest(server.url("/feed"), "*/*", "\"1\"", "Mon, 02 Nov 2026 10:00:00 GMT", Map.of(), null),
                new Cancellation());

        assertThat(answer(fetched).status()).isEqualTo(304);
        assertThat(server.asked().get(0).header("if-modified-since")).isEqualTo("Mon, 02 Nov 2026 10:00:00 GMT");
    }

    @Test
    void unpack() {
        server.on("/feed", bytes(200, gzip("<rss/>".getBytes(StandardCharsets.UTF_8)), "Content-Encoding", "gzip"));

        assertThat(answer(get("/feed")).body()).asString(StandardCharsets.UTF_8).isEqualTo("<rss/>");
    }

    @Test
    void packedFilesAreUnpackedToo() {
        server.on("/map.xml.gz", bytes(200, gzip("<urlset/>".getBytes(StandardCharsets.UTF_8))))
                .on("/bomb.gz", bytes(200, gzip(new byte[50_000_000])));

        assertThat(answer(get("/map.xml.gz")).body())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("<urlset/>");
        assertThat(failed(get("/bomb.gz")).cause()).isEqualTo(Fetched.Cause.TOO_LARGE);
    }

    @Test
    void whatExpandsWithoutEndEndsAtTheLimit() {
        server.on("/bomb", bytes(200, gzip(new byte[50_000_000]), "Content-Encoding", "gzip"));

        assertThat(failed(get("/bomb")).cause()).isEqualTo(Fetched.Cause.TOO_LARGE);
    }

    @Test
    void theHugeEndsAtTheLimit() {
        server.on("/huge", bytes(200, new byte[MAX + 1]));

        assertThat(failed(get("/huge")).cause()).isEqualTo(Fetched.Cause.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br"})
    void theWronglyPackedIsBroken(String coding) {
        server.on("/feed", ok("not packed like this", "Content-Encoding", coding));

        assertThat(failed(get("/feed")).cause()).isEqualTo(Fetched.Cause.BROKEN);
    }

    @Test
    void theSlowAreCutOffHoweverAliveTheySeem() {
        server.on("/slow", drip());
        try (Fetcher hasty = fetcher("127.0.0.0/8", Duration.ofSeconds(1))) {
            Fetched fetched = hasty.fetch(FetchRequest.get(server.url("/slow"), "*/*"), new Cancellation());

            assertThat(failed(fetched).cause()).isEqualTo(Fetched.Cause.TIMEOUT);
        }
    }

    @Test
    void anotherThreadCanEndIt() throws Exception {
        server.on("/slow", drip());
        Cancellation cancellation = new Cancellation();
        CompletableFuture<Fetched> fetching = CompletableFuture.supplyAsync(
                () -> fetcher.fetch(FetchRequest.get(server.url("/slow"), "*/*"), cancellation));
        while (server.asked().isEmpty()) {
            Thread.sleep(10);
        }

        cancellation.cancel();

        assertThat(fetching.get(10, TimeUnit.SECONDS)).isInstanceOf(Fetched.Failed.class);
        assertThat(fetcher.fetch(FetchRequest.get(server.url("/slow"), "*/*"), cancellation))
                .isInstanceOf(Fetched.Failed.class);
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void onlyWhatIsPermanentFromTheFirstHopOnMovesTheSource() {
        server.on("/old", redirect(301, "/newer"))
                .on("/newer", redirect(308, "/newest"))
                .on("/newest", redirect(302, "/today"))
                .on("/today", redirect(301, "/feed"))
                .on("/feed", ok("<rss/>"));

        Fetched.Answer answer = answer(get("/old"));

        assertThat(answer.url()).isEqualTo(server.url("/feed"));
        assertThat(answer.hops()).extracting(Fetched.Hop::status).containsExactly(301, 308, 302, 301);
        assertThat(answer.movedTo()).contains(server.url("/newest"));
        assertThat(answer(get("/newest")).movedTo()).isEmpty();
    }

    @Test
    void circlesEnd() {
        server.on("/a", redirect(302, "/b")).on("/b", redirect(302, "/a"));

        assertThat(failed(get("/a")).cause()).isEqualTo(Fetched.Cause.REDIRECTS);
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void endlessChainsEnd() {
        for (int i = 0; i < 20; i++) {
            server.on("/" + i, redirect(302, "/" + (i + 1)));
        }

        assertThat(failed(get("/0")).detail()).contains("more than 5 times");
        assertThat(server.asked()).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({
        "http://10.1.2.3/feed, REFUSED_ADDRESS",
        "http://169.254.169.254/latest/meta-data, REFUSED_ADDRESS",
        "http://[::1]:8080/, REFUSED_ADDRESS",
        "http://[::ffff:10.0.0.1]/, REFUSED_ADDRESS",
        "http://167772161/, REFUSED_ADDRESS",
        "file:///etc/passwd, REDIRECTS",
        "ftp://example.com/feed, REDIRECTS",
        "http://example.com:25/, REDIRECTS",
        "//, REDIRECTS"
    })
    void redirectsLeadNowherePrivate(String target, Fetched.Cause cause) {
        server.on("/feed", redirect(302, target));

        assertThat(failed(get("/feed")).cause()).isEqualTo(cause);
    }

    @Test
    void withoutPermissionLoopbackIsPrivate() {
        try (Fetcher strict = fetcher("", Duration.ofSeconds(5))) {
            Fetched fetched = strict.fetch(FetchRequest.get(server.url("/feed"), "*/*"), new Cancellation());

            assertThat(failed(fetched).cause()).isEqualTo(Fetched.Cause.REFUSED_ADDRESS);
            assertThat(failed(fetched).detail()).contains("allow-private");
        }
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void aNameThatTurnsPrivateAfterTheCheckIsNotReached() throws Exception {
        int[] lookUps = {0};
        AddressGuard.Resolver rebinding = host -> {
            lookUps[0]++;
            // A client that looked the name up a second time would get to this machine.
            return new InetAddress[] {InetAddress.getByName(lookUps[0] == 1 ? "192.0.2.1" : "127.0.0.1")};
        };
        FetchSettings settings =
                new FetchSettings("dateline", Networks.parse("192.0.2.0/24"), MAX, Duration.ofMillis(300));
        try (Fetcher strict = new Fetcher(settings, rebinding)) {
            URI url = URI.create("http://rebinding.example:" + server.url("/").getPort() + "/feed");

            strict.fetch(FetchRequest.get(url, "*/*"), new Cancellation());

            assertThat(server.asked()).isEmpty();
            assertThat(lookUps[0]).isEqualTo(1);
        }
    }

    @Test
    void aNameWithOnePrivateAddressIsRefused() {
        AddressGuard guard = new AddressGuard(Networks.NONE, host ->
                new InetAddress[] {InetAddress.getByName("93.184.215.14"), InetAddress.getByName("10.0.0.1")});

        assertThatThrownBy(() -> guard.resolve("mixed.example")).isInstanceOf(RefusedAddressException.class);
    }

    @Test
    void unknownHostsAreUnreachable() {
        FetchSettings settings = new FetchSettings("dateline", Networks.NONE, MAX, Duration.ofSeconds(5));
        try (Fetcher lost = new Fetcher(settings, host -> {
            throw new UnknownHostException(host + " is unknown");
        })) {
            Fetched fetched =
                    lost.fetch(FetchRequest.get(URI.create("http://nowhere.example/"), "*/*"), new Cancellation());

            assertThat(failed(fetched).cause()).isEqualTo(Fetched.Cause.UNREACHABLE);
        }
    }

    @Test
    void secretsStayWithTheirOwnHost() {
        try (FeedServer stranger = new FeedServer()) {
            stranger.on("/feed", ok("<rss/>"));
            server.on("/here", redirect(302, "/feed"))
                    .on("/feed", redirect(302, stranger.url("/feed").toString()));

            fetcher.fetch(
                    new FetchRequest(
                            server.url("/here"), "*/*", null, null, Map.of("Authorization", "k", "Host", "x"), null),
                    new Cancellation());

            assertThat(server.asked())
                    .extracting(asked -> asked.header("authorization"))
                    .containsExactly("k", "k");
            assertThat(server.asked()).extracting(asked -> asked.header("host")).doesNotContain("x");
            assertThat(stranger.asked().get(0).header("authorization")).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "120, 120",
        "soon, -1",
        "'Sun, 22 Nov 2026 10:05:00 GMT', 300",
        "'Sun, 22 Nov 2026 09:00:00 GMT', 0",
        "999999999, 604800",
        "-5, -1"
    })
    void whenToComeBack(String header, long seconds) {
        server.on("/busy", status(503, "Retry-After", header));

        assertThat(RetryAfter.of(answer(get("/busy")), Instant.parse("2026-11-22T10:00:00Z"))
                        .map(Duration::toSeconds)
                        .orElse(-1L))
                .isEqualTo(seconds);
    }
}
