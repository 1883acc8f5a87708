package dev.dateline.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.dateline.common.config.Settings;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.common.topics.TopicPlan;
import dev.dateline.common.wire.Json;
import dev.dateline.standalone.LocalIngest;
import dev.dateline.testkit.Broker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** {@code dateline sources} with an ingest that polls a feed of the test's own: each test goes on from what the last one left. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SourcesCommandIT {
    private static final String ITEM =
            "<item><guid isPermaLink=\"false\">%s</guid><title>%s\u202etxet</title><description>The ferry sails at %1$s.</description></item>";

    @TempDir
    private static Path folder;

    private static HttpServer feeds;
    private static String feed;
    private static String items = ITEM.formatted("1", "Ferry sails");
    private static Broker broker;
    private static LocalIngest ingest;

    @BeforeAll
    static void start() throws Exception {
        feeds = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        feeds.createContext("/feed", exchange -> {
            try (exchange) {
                byte[] body = ("<rss version=\"2.0\"><channel><title>Harbour Post</title>" + items + "</channel></rss>")
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        feeds.start();
        feed = "http://127.0.0.1:" + feeds.getAddress().getPort() + "/feed";
        broker = Broker.embedded();
        Settings settings = Settings.load(
                Map.of(),
                Map.of(
                        "dateline.kafka.bootstrap-servers",
                        broker.bootstrapServers(),
                        "dateline.ingest.poller.allow-private",
                        "127.0.0.0/8"));
        KafkaSettings kafka = KafkaSettings.from(settings);
        try (Admin admin = kafka.admin("test")) {
            TopicPlan.of(admin, kafka.topics()).apply(admin, (short) 1);
        }
        ingest = LocalIngest.start(settings);
        assertThat(ingest.awaitReady(Duration.ofMinutes(1))).isEmpty();
    }

    @AfterAll
    static void stop() {
        ingest.close();
        broker.close();
        feeds.stop(0);
    }

    private static Ran sources(String command, String... more) {
        String[] arguments = new String[more.length + 4];
        arguments[0] = "sources";
        arguments[1] = command;
        arguments[2] = "--url";
        arguments[3] = ingest.url().toString();
        System.arraycopy(more, 0, arguments, 4, more.length);
        return Ran.of(arguments);
    }

    private static JsonNode await(String what, Predicate<JsonNode> condition) throws IOException, InterruptedException {
        for (int i = 0; i < 600; i++) {
            for (String line : sources("list", "--json").lines()) {
                JsonNode source = Json.MAPPER.readTree(line);
                if (condition.test(source)) {
                    return source;
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError("still waiting until " + what);
    }

    @Test
    @Order(1)
    void anAddressCanBeCheckedFirst() {
        Ran check = Ran.of("sources", "check", feed, "--allow-private");
        assertThat(check.exit()).as(check.err()).isZero();
        assertThat(check.out())
                .contains("HTTP 200", "rss", "Harbour Post", "Ferry sails\\u{202e}txet", "next poll")
                .doesNotContain("\u202e");

        Ran refused = Ran.of("sources", "check", feed);
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.out()).contains("not on the public internet");
    }

    @Test
    @Order(2)
    void aDeclaredSourceIsPolledAtOnce() throws Exception {
        Ran add = sources("add", feed, "--id", "harbour-post", "--header", "X-Key: hush", "--interval", "1h");
        assertThat(add.exit()).as(add.err()).isZero();

        JsonNode polled = await(
                "it was polled", source -> source.at("/state/status").asText().equals("ok"));

        assertThat(polled.at("/state/published_items").asInt()).isEqualTo(1);
        assertThat(polled.at("/headers/X-Key").asText()).isEqualTo("***");
        Ran list = sources("list");
        assertThat(list.lines().get(0)).startsWith("source").contains("status", "next poll");
        assertThat(list.lines().get(1)).startsWith("harbour-post").contains("ok", feed);
        Ran raw = Ran.of(
                "tail",
                "raw",
                "--from-beginning",
                "--max",
                "1",
                "--json",
                "--bootstrap-servers",
                broker.bootstrapServers());
        assertThat(raw.out()).contains("\"source_id\":\"harbour-post\"");
    }

    @Test
    @Order(3)
    void pausedIsPausedAndResumedIsPolled() throws Exception {
        assertThat(sources("pause", "harbour-post").exit()).isZero();
        assertThat(sources("list").lines().get(1)).contains("paused");
        assertThat(sources("poll-now", "harbour-post").err()).contains("resume it");

        items = ITEM.formatted("2", "Ferry lands") + items;
        assertThat(sources("resume", "harbour-post").exit()).isZero();

        await(
                "the new item is there",
                source -> source.at("/state/published_items").asInt() == 2);
    }

    @Test
    @Order(4)
    void listsOfFeedReadersGoInAndOut() throws IOException {
        Path opml = Files.writeString(
                folder.resolve("feeds.opml"),
                """
                <opml version="2.0"><body><outline text="Harbour">
                <outline type="rss" text="Ferry News" xmlUrl="http://ferry.example/feed?a=1&amp;b=2"/>
                <outline type="rss" text="Known" xmlUrl="%s"/>
                </outline></body></opml>
                """
                        .formatted(feed));

        Ran dry = sources("import", opml.toString(), "--dry-run");
        assertThat(dry.out()).contains("would declare ferry-news", "would declare harbour-post");
        assertThat(sources("list").out()).doesNotContain("ferry-news");
        assertThat(sources("import", opml.toString()).exit()).isZero();

        Ran export = sources("export");
        assertThat(export.out()).contains("xmlUrl=\"http://ferry.example/feed?a=1&amp;b=2\"", "text=\"Ferry News\"");
        assertThat(sources("export", "--json").out())
                .contains("\"harbour-post\"")
                .doesNotContain("hush", "state");
    }

    @Test
    @Order(5)
    void errorsSayHowToMendThem() {
        assertThat(sources("pause", "nobody").err()).contains("there is no source \"nobody\"");
        assertThat(sources("add", "ftp://example.com/x", "--id", "x").err()).contains("url: expected an http");
        assertThat(sources("add", feed, "--id", "x", "--interval", "soon").err())
                .contains("interval");
        Ran nobody = Ran.of("sources", "list", "--url", "http://127.0.0.1:1");
        assertThat(nobody.exit()).isEqualTo(1);
        assertThat(nobody.err()).contains("nothing answers", "dateline up");
    }

    @Test
    @Order(6)
    void whatIsRemovedIsGone() {
        assertThat(sources("remove", "harbour-post", "ferry-news").exit()).isZero();

        assertThat(sources("list").out()).contains("no sources yet");
    }
}
