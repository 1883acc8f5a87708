package dev.dateline.ingest.poll.websub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.http.HttpServer;
import dev.dateline.common.http.HttpSettings;
import dev.dateline.common.model.Source;
import dev.dateline.common.model.Subscription;
import dev.dateline.common.model.SubscriptionStatus;
import dev.dateline.common.telemetry.StepCounters;
import dev.dateline.ingest.count.SourceTally;
import dev.dateline.ingest.poll.FeedServer;
import dev.dateline.ingest.poll.LineFeed;
import dev.dateline.ingest.poll.MemoryPublisher;
import dev.dateline.ingest.poll.MemorySources;
import dev.dateline.ingest.poll.Samples;
import dev.dateline.ingest.poll.VirtualClock;
import dev.dateline.ingest.poll.fetch.FetchSettings;
import dev.dateline.ingest.poll.fetch.Fetcher;
import dev.dateline.ingest.poll.fetch.Networks;
import dev.dateline.ingest.poll.robots.Robots;
import dev.dateline.ingest.poll.schedule.HostTurns;
import dev.dateline.ingest.poll.schedule.PollOutcome;
import dev.dateline.ingest.poll.work.NewItems;
import dev.dateline.ingest.poll.work.Pages;
import dev.dateline.ingest.poll.work.PollMetrics;
import dev.dateline.ingest.poll.work.PollResult;
import dev.dateline.ingest.read.page.PageReader;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The subscriber's side of W3C WebSub, against a hub of the test's own. */
class WebSubTest {
    private static final String TOPIC = "https://a.example/feed";

    private final FeedServer hub = new FeedServer();
    private final VirtualClock clock = new VirtualClock();
    private final MemorySources sources = new MemorySources();
    private final MemoryPublisher publisher = new MemoryPublisher();
    private final List<PollOutcome.Pushed> scheduled = new ArrayList<>();
    private final Fetcher fetcher = new Fetcher(
            new FetchSettings("dateline/test", Networks.parse("127.0.0.0/8"), 1 << 20, Duration.ofSeconds(20)));
    private final WebSub webSub = new WebSub(
            URI.create("https://news.example/in/"), Duration.ofHours(6), fetcher, sources, sources::subscribe, clock);
    private final HttpServer server = new HttpServer(
            new HttpSettings("127.0.0.1", 0), List.of(new WebSubEndpoints(webSub, deliveries(), 10_000)));
    private final Source source = Samples.source("a", TOPIC).build();

    private Deliveries deliveries() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        PollMetrics metrics =
                new PollMetrics(registry, new StepCounters(registry), new SourceTally(InstantSource.system()));
        Pages pages = new Pages(
                fetcher, new Robots(fetcher, clock), new PageReader(), new HostTurns(Duration.ofSeconds(2)), clock);
        return new Deliveries(
                sources,
                new LineFeed(),
                new NewItems(publisher, pages, clock, metrics),
                (id, pushed) -> scheduled.add(pushed),
                metrics);
    }

    @BeforeEach
    void start() {
        server.start();
        sources.declare(source);
        hub.on("/hub", FeedServer.status(202));
    }

    @AfterEach
    void stop() {
        server.close();
        fetcher.close();
        hub.close();
    }

    private void found() {
        webSub.found(
                source,
                new PollResult(
                        new PollOutcome.NotModified(304, null, null),
                        hub.url("/hub").toString(),
                        TOPIC));
    }

    private Subscription subscription() {
        return sources.subscription("a").orElseThrow();
    }

    private Map<String, String> form() {
        Map<String, String> form = new TreeMap<>();
        for (String field :
                hub.asked("/hub").get(hub.asked("/hub").size() - 1).body().split("&", -1)) {
            String[] parts = field.split("=", 2);
            form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    private HttpResponse<String> callback(String token, String query, String signature, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.port() + "/v1/websub/a/" + token + query));
        if (body != null) {
            request.POST(HttpRequest.BodyPublishers.ofString(body));
        }
        if (signature != null) {
            request.header("X-Hub-Signature", signature);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> verify(String topic, long lease) throws IOException, InterruptedException {
        return callback(
                subscription().token(),
                "?hub.mode=subscribe&hub.challenge=c-1&hub.lease_seconds=" + lease + "&hub.topic="
                        + URLEncoder.encode(topic, StandardCharsets.UTF_8),
                null,
                null);
    }

    private static String sign(String algorithm, String secret, String body) throws Exception {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
        return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }

    private void subscribe() throws Exception {
        found();
        verify(TOPIC, 86_400);
    }

    @Test
    void askTheHubAndConfirmThatItWasUs() throws Exception {
        found();
        assertThat(form())
                .containsEntry("hub.mode", "subscribe")
                .containsEntry("hub.topic", TOPIC)
                .containsEntry(
                        "hub.callback",
                        "https://news.example/in/v1/websub/a/" + subscription().token())
                .containsEntry("hub.secret", subscription().secret());
        assertThat(subscription().status()).isEqualTo(SubscriptionStatus.REQUESTED);
        assertThat(webSub.delivers("a")).isFalse();

        HttpResponse<String> answer = verify(TOPIC, 86_400);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("c-1");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(webSub.delivers("a")).isTrue();
        clock.pass(Duration.ofDays(1));
        assertThat(webSub.delivers("a")).isFalse();
    }

    @Test
    void nothingIsConfirmedThatWasNotAskedFor() throws Exception {
        found();

        assertThat(verify("https://other.example/feed", 86_400).statusCode()).isEqualTo(404);
        assertThat(callback("wrong-token", "?hub.mode=subscribe&hub.challenge=c", null, null)
                        .statusCode())
                .isEqualTo(404);
        assertThat(callback(subscription().token(), "?hub.mode=unsubscribe&hub.challenge=c", null, null)
                        .statusCode())
                .isEqualTo(404);
        assertThat(subscription().status()).isEqualTo(SubscriptionStatus.REQUESTED);
    }

    @Test
    void theLeaseIsRenewedInTimeAndNotBefore() throws Exception {
        subscribe();
        String token = subscription().token();
        found();
        assertThat(hub.asked("/hub")).hasSize(1);

        clock.pass(Duration.ofHours(15));
        found();

        assertThat(hub.asked("/hub")).hasSize(2);
        assertThat(subscription().token()).isEqualTo(token);
        assertThat(webSub.delivers("a")).isTrue();
    }

    @Test
    void aHubThatRefusesIsAskedAgainTheNextDay() {
        hub.on("/hub", FeedServer.status(403));
        found();
        found();
        assertThat(subscription().status()).isEqualTo(SubscriptionStatus.DENIED);
        assertThat(subscription().detail()).contains("403");
        assertThat(hub.asked("/hub")).hasSize(1);

        clock.pass(Duration.ofDays(1));
        found();

        assertThat(hub.asked("/hub")).hasSize(2);
    }

    @Test
    void aDenialIsWrittenDown() throws Exception {
        subscribe();

        callback(subscription().token(), "?hub.mode=denied&hub.reason=full", null, null);

        assertThat(subscription().detail()).isEqualTo("the hub refused: full");
        assertThat(webSub.delivers("a")).isFalse();
    }

    @Test
    void whatTheHubSignedIsPublished() throws Exception {
        subscribe();
        String body = LineFeed.of("1|First|Text.");
        String secret = subscription().secret();

        for (String method : List.of("sha256", "sha1")) {
            String signature = method + "=" + sign("Hmac" + method.toUpperCase(Locale.ROOT), secret, body);
            assertThat(callback(subscription().token(), "", signature, body).statusCode())
                    .isEqualTo(202);
        }

        assertThat(publisher.titles()).containsExactly("First", "First");
        assertThat(scheduled).extracting(PollOutcome.Pushed::newItems).containsExactly(1, 1);
        assertThat(scheduled.get(0).added()).hasSize(8);
    }

    @Test
    void whatSomebodyElseSentIsNotAndIsNotTold() throws Exception {
        subscribe();
        String body = LineFeed.of("1|First|Text.");
        String signature = "sha256=" + sign("HmacSHA256", "guess", body);

        assertThat(callback(subscription().token(), "", signature, body).statusCode())
                .isEqualTo(202);
        assertThat(callback(subscription().token(), "", null, body).statusCode())
                .isEqualTo(202);
        assertThat(callback("guess", "", signature, body).statusCode()).isEqualTo(404);
        assertThat(callback(subscription().token(), "", signature, "x".repeat(10_001))
                        .statusCode())
                .isEqualTo(413);

        assertThat(publisher.titles()).isEmpty();
    }

    @Test
    void whatKafkaDoesNotTakeIsDeliveredAgain() throws Exception {
        subscribe();
        publisher.refuse(article -> true);
        String body = LineFeed.of("1|First|Text.");
        String signature = "sha256=" + sign("HmacSHA256", subscription().secret(), body);

        HttpResponse<String> answer = callback(subscription().token(), "", signature, body);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void withoutACallbackNothingIsAsked() {
        WebSub none = new WebSub(null, Duration.ofHours(6), fetcher, sources, sources::subscribe, clock);

        none.found(
                source,
                new PollResult(
                        new PollOutcome.NotModified(304, null, null),
                        hub.url("/hub").toString(),
                        TOPIC));

        assertThat(hub.asked()).isEmpty();
    }
}
