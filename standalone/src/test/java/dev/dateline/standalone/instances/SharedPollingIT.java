package dev.dateline.standalone.instances;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.common.topics.TopicPlan;
import dev.dateline.standalone.TopicReader;
import dev.dateline.testkit.Broker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances of ingest share sources, while one joins, one is frozen, one is killed, one joins again and leaves. */
class SharedPollingIT {
    private static final int SOURCES = 16;
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String OWNED = "dateline_poller_sources";
    private static final String FEED =
            """
            <?xml version="1.0"?>
            <rss version="2.0"><channel><title>Feed %1$s</title>
            <item><guid isPermaLink="false">%1$s-1</guid><title>One</title><description>The ferry of %1$s sails.</description></item>
            <item><guid isPermaLink="false">%1$s-2</guid><title>Two</title><description>The ferry of %1$s lands.</description></item>
            </channel></rss>
            """;

    @TempDir
    private Path folder;

    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer feeds;
    private Broker broker;
    private KafkaSettings kafka;
    private Map<String, String> settings;

    @BeforeEach
    void start() throws IOException {
        feeds = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        feeds.setExecutor(threads);
        feeds.createContext("/", exchange -> {
            try (exchange) {
                String id = exchange.getRequestURI().getPath().substring(1);
                asked.computeIfAbsent(id, name -> new AtomicInteger()).incrementAndGet();
                byte[] body = FEED.formatted(id).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/rss+xml");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        feeds.start();
        broker = Broker.embedded();
        kafka = new KafkaSettings(broker.bootstrapServers(), "", 4, (short) 1);
        try (Admin admin = kafka.admin("test")) {
            TopicPlan.of(admin, kafka.topics()).apply(admin, (short) 1);
        }
        String seconds = INTERVAL.toSeconds() + " s";
        settings = new HashMap<>(Map.of(
                "DATELINE_KAFKA_BOOTSTRAP_SERVERS",
                broker.bootstrapServers(),
                "DATELINE_INGEST_POLLER_SOURCES_FILE",
                sourcesFile().toString(),
                "DATELINE_INGEST_POLLER_ALLOW_PRIVATE",
                "127.0.0.0/8",
                "DATELINE_INGEST_POLLER_HOST_DELAY",
                "0 ms",
                "DATELINE_INGEST_POLLER_SHORTEST_INTERVAL",
                seconds,
                "DATELINE_INGEST_POLLER_LONGEST_INTERVAL",
                seconds,
                "DATELINE_INGEST_POLLER_USUAL_INTERVAL",
                seconds));
    }

    @AfterEach
    void stop() {
        broker.close();
        feeds.stop(0);
        threads.shutdownNow();
    }

    private Path sourcesFile() throws IOException {
        StringBuilder yaml = new StringBuilder("sources:\n");
        for (String id : ids()) {
            yaml.append("  - {id: %s, url: \"http://127.0.0.1:%d/%1$s\"}%n"
                    .formatted(id, feeds.getAddress().getPort()));
        }
        return Files.writeString(folder.resolve("sources.yaml"), yaml);
    }

    private static List<String> ids() {
        return IntStream.range(0, SOURCES).mapToObj(i -> "source-" + i).toList();
    }

    private static void await(String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("still waiting until %s", what).isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    /** Until each source has been asked twice more. */
    private void awaitPolls(String by) throws Exception {
        Map<String, Integer> before = new HashMap<>();
        ids().forEach(id -> before.put(id, count(id)));
        await("all are polled by " + by, () -> ids().stream().allMatch(id -> count(id) >= before.get(id) + 2));
    }

    private int count(String id) {
        return asked.getOrDefault(id, new AtomicInteger()).get();
    }

    @Test
    void noSourceIsPolledTwiceInOneInterval() throws Exception {
        ServiceProcess first = ServiceProcess.ingest("first", folder, settings);
        awaitPolls("one");
        assertThat(first.metric(OWNED)).isEqualTo(SOURCES);
        try (ServiceProcess second = ServiceProcess.ingest("second", folder, settings)) {
            await("the second has its share", () -> second.metric(OWNED) > 0 && first.metric(OWNED) < SOURCES);
            awaitPolls("two");

            // While it is frozen its sources move, and it does not know that when it wakes.
            first.freeze();
            await("the second has those of the frozen", () -> second.metric(OWNED) == SOURCES);
            awaitPolls("the one that is awake");
            first.wake();
            await("the first has a share again", () -> second.metric(OWNED) < SOURCES && first.metric(OWNED) > 0);
            awaitPolls("two once more");

            first.kill();
            await("the second has all", () -> second.metric(OWNED) == SOURCES);
            awaitPolls("the one that is left");

            try (ServiceProcess third = ServiceProcess.ingest("third", folder, settings)) {
                await("the third has its share", () -> third.metric(OWNED) > 0);
                awaitPolls("two again");
            }
            await("the second has all again", () -> second.metric(OWNED) == SOURCES);
            awaitPolls("the last");
        }

        Map<String, Integer> claims = claimsOneIntervalApart();
        for (String id : ids()) {
            assertThat(count(id)).as("polls of %s", id).isLessThanOrEqualTo(claims.get(id));
        }
        assertThat(published()).hasSize(2 * SOURCES);
    }

    /** Every claim there ever was: each at or after the time that was written before it. */
    private Map<String, Integer> claimsOneIntervalApart() {
        Map<String, Integer> claims = new HashMap<>();
        Map<String, JsonNode> last = new HashMap<>();
        Set<String> instances = new TreeSet<>();
        for (ConsumerRecord<String, byte[]> record :
                TopicReader.read(broker.bootstrapServers(), kafka.topics().sourceStates())) {
            JsonNode state = TopicReader.json(record);
            JsonNode before = last.put(record.key(), state);
            if (state.get("status").asText().equals("polling")) {
                claims.merge(record.key(), 1, Integer::sum);
                instances.add(state.get("instance_id").asText());
                if (before != null) {
                    Instant claimed =
                            Instant.ofEpochMilli(state.get("polled_at_ms").asLong());
                    assertThat(claimed)
                            .isAfterOrEqualTo(Instant.ofEpochMilli(
                                    before.get("next_poll_at_ms").asLong()))
                            .isAfterOrEqualTo(Instant.ofEpochMilli(
                                            before.get("polled_at_ms").asLong())
                                    .plus(INTERVAL));
                }
            }
        }
        assertThat(instances).containsExactly("first", "second", "third");
        return claims;
    }

    private Set<String> published() {
        Set<String> keys = new TreeSet<>();
        TopicReader.read(broker.bootstrapServers(), kafka.topics().raw()).forEach(record -> keys.add(record.key()));
        return keys;
    }
}
