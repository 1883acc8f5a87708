package dev.dateline.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.common.access.ApiKey;
import dev.dateline.common.model.AccessKeyBuilder;
import dev.dateline.common.model.AccessScope;
import dev.dateline.common.wire.Json;
import dev.dateline.standalone.books.Books;
import dev.dateline.standalone.books.Count;
import dev.dateline.standalone.books.Recount;
import dev.dateline.standalone.books.TopicRecount;
import dev.dateline.standalone.books.Verification;
import dev.dateline.standalone.keys.KeyBook;
import dev.dateline.standalone.topic.TopicReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The dashboard's pages in Chromium, over 20,000 simulated articles and a newswire that goes on. Each test runs a spec of
 * {@code src/test/browser}; screenshots are kept in {@code target/screenshots}. {@code -Dupdate.screenshots} writes those of the README.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BrowserIT {
    private static final int ARTICLES = Integer.getInteger("dateline.browser.articles", 20_000);
    private static final double LIVE_PER_SECOND = 10;

    private Specs specs;
    private Stage stage;
    private StageDoor door;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        specs = Specs.orSkip(BrowserIT.class);
        stage = new Stage(folder);
        stage.start();
        door = new StageDoor(Map.of(
                "kill-enrich", stage::killEnrich,
                "start-enrich", stage::startEnrich,
                "kill-dashboard", stage::killDashboard,
                "start-dashboard", stage::startDashboard));
        stage.write(Exhibits.articles(Instant.now()));
        stage.simulate(ARTICLES);
    }

    @AfterAll
    void stop() throws Exception {
        if (door != null) {
            door.close();
        }
        if (stage != null) {
            stage.close();
        }
    }

    /** Before a dead letter is on the topic that no pipeline wrote: the ledger does not know it. */
    @Test
    @Order(1)
    void figuresShownAreFiguresCounted() throws Exception {
        Books books = stage.settled();
        Recount recount = new TopicRecount(stage.kafka()).count();
        Verification verification = Verification.of(books, recount.counts());
        assertThat(verification.differences()).isEmpty();
        assertThat(sum(recount, Count::raw)).isGreaterThan(ARTICLES / 2);

        run("figures", Map.of("counted", totals(recount), "sources", recount.counts()));
    }

    @Test
    void everyPageShowsItsData() throws Exception {
        try (LiveWire wire = stage.live(7, LIVE_PER_SECOND)) {
            run("pages", Exhibits.known());
            if (System.getProperty("update.screenshots") != null) {
                run("readme", Map.of());
            }
            wire.stop();
        }
    }

    @Test
    void articlesAreComparedAndHostileTextIsText() throws Exception {
        stage.settled();
        run("articles", Exhibits.known());
    }

    @Test
    void theMapsBrushMovesTheList() throws Exception {
        stage.write(List.of(Exhibits.earlier(Instant.now())));
        stage.settled();
        run("map", Exhibits.known());
    }

    @Test
    void aDeadLetterIsRedriven() throws Exception {
        ApiKey admin = ApiKey.generate(new SecureRandom());
        new KeyBook(stage.kafka())
                .put(AccessKeyBuilder.builder()
                        .keyId(admin.id())
                        .secretSha256(admin.secretSha256())
                        .label("browser")
                        .scope(AccessScope.ADMIN)
                        .createdAt(Instant.now())
                        .build());
        Exhibits.bury(stage.kafka(), Instant.now());
        Map<String, Object> given = new HashMap<>(Exhibits.known());
        given.put("key", admin.token());

        run("deadletters", given);

        List<ConsumerRecord<byte[], byte[]>> again = records(
                        stage.kafka().topics().raw().name())
                .stream()
                .filter(record -> record.key() != null
                        && Exhibits.BURIED_ID.equals(new String(record.key(), StandardCharsets.UTF_8)))
                .toList();
        assertThat(again).hasSize(1);
        String writtenTo = again.get(0).topic() + "-" + again.get(0).partition() + "@"
                + again.get(0).offset();
        List<JsonNode> audit = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record :
                records(stage.kafka().topics().audit().name())) {
            audit.add(Json.MAPPER.readTree(record.value()));
        }
        assertThat(audit)
                .filteredOn(entry -> writtenTo.equals(entry.path("outcome").asText()))
                .singleElement()
                .satisfies(entry -> assertThat(entry.path("actor").asText()).isEqualTo(admin.id()));
        stage.settled();
    }

    @Test
    void aKilledInstanceIsMissedAndComesBack() throws Exception {
        try (LiveWire wire = stage.live(8, LIVE_PER_SECOND)) {
            run("instances", Map.of());
            wire.stop();
        }
    }

    @Test
    void aRestartedDashboardShowsTheSame() throws Exception {
        stage.settled();
        run("restart", Map.of());
    }

    private void run(String spec, Map<String, ?> given) throws Exception {
        specs.run(spec, stage.dashboard(), door.url(), given);
    }

    private static Map<String, Long> totals(Recount recount) {
        return Map.of(
                "raw", sum(recount, Count::raw),
                "events", sum(recount, Count::events),
                "duplicates", sum(recount, Count::duplicates),
                "resends", sum(recount, Count::resends),
                "dead_letters", sum(recount, Count::deadLetters));
    }

    private static long sum(Recount recount, ToLongFunction<Count> figure) {
        return recount.counts().values().stream().mapToLong(figure).sum();
    }

    private List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        try (TopicReader reader = TopicReader.open(stage.kafka(), topic)) {
            reader.readToEnd(all::add);
        }
        return all;
    }
}
