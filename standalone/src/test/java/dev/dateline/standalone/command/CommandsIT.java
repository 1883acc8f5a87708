package dev.dateline.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.common.wire.Json;
import dev.dateline.standalone.Standalone;
import dev.dateline.standalone.push.CrawlArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The commands, one after the other, on a node as {@code dateline up} starts it: each test goes on from what the last one left. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CommandsIT {
    private static final String ARTICLE =
            """
            Ferry returns to the old harbour

            By Ada Lindqvist
            3 January 2020 19:44 GMT

            The ferry to the islands left from the old harbour on Friday for the first time in six years.

            Port officials in Singapore said the service would run four times a day until spring, when a second ship joins it.
            """;

    @TempDir
    private static Path folder;

    private static Standalone node;
    private static String kafka;

    @BeforeAll
    static void start() throws InterruptedException, IOException {
        node = Standalone.start(
                new Standalone.Options(folder.resolve("data"), 0, 0, null), new ClusterOptions()::settings, line -> {});
        assertThat(node.awaitReady(Duration.ofMinutes(2))).isTrue();
        kafka = node.context().kafka().bootstrapServers();
        Files.writeString(folder.resolve("article.txt"), ARTICLE);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    @Order(1)
    void aPushedArticleComesOutAsOneEvent() throws IOException {
        Ran push = push("article.txt", "--source", "city-desk", "--json");

        assertThat(push.exit()).isZero();
        JsonNode receipt = Json.MAPPER.readTree(push.out());
        assertThat(receipt.path("status").asText()).isEqualTo("accepted");

        Ran tail = tail("events", "--max", "1", "--json");
        assertThat(tail.exit()).isZero();
        JsonNode event = Json.MAPPER.readTree(tail.out());
        assertThat(event.path("article_id")).isEqualTo(receipt.path("article_id"));
        assertThat(event.path("title").asText()).isEqualTo("Ferry returns to the old harbour");
        assertThat(event.path("published_at").asText()).isEqualTo("2020-01-03T19:44:00.000Z");
        assertThat(event.path("source_id").asText()).isEqualTo("city-desk");
    }

    @Test
    @Order(2)
    void pushedAgainItIsAResend() throws IOException, InterruptedException {
        Ran push = push("article.txt", "--source", "city-desk");

        assertThat(push.exit()).isZero();
        assertThat(push.lines().get(0)).startsWith("accepted  ").contains("news.raw.v1-");
        assertThat(push.out()).contains("1 accepted, 0 rejected");
        JsonNode books = balanced();
        assertThat(books.at("/total/raw").asInt()).isEqualTo(2);
        assertThat(books.at("/total/events").asInt()).isEqualTo(1);
        assertThat(books.at("/total/resends").asInt()).isEqualTo(1);
        assertThat(books.at("/sources/0/source_id").asText()).isEqualTo("city-desk");
    }

    @Test
    @Order(3)
    void badArticlesAreNamedAndTheOthersGoThrough() throws IOException {
        Files.writeString(
                folder.resolve("two.ndjson"),
                "{\"source_id\":\"wire\",\"body_text\":\"A body of its own, for one article.\"}\n{\"titel\":\"x\"}\n");

        Ran push = push("two.ndjson");

        assertThat(push.exit()).isEqualTo(1);
        assertThat(push.lines())
                .anySatisfy(line -> assertThat(line).startsWith("rejected").contains("two.ndjson:2", "title"))
                .anySatisfy(line -> assertThat(line).startsWith("accepted").contains("1 article"));
    }

    @Test
    @Order(4)
    void anotherProcessCanPushThroughAnIngestOfItsOwn() {
        Ran push = Ran.of(
                "push",
                folder.resolve("article.txt").toString(),
                "--source",
                "city-desk",
                "--bootstrap-servers",
                kafka);

        assertThat(push.exit()).as(push.err()).isZero();
        assertThat(push.out()).contains("1 accepted");
    }

    @Test
    @Order(5)
    void simulatedDeliveriesAllFindTheirEnd() throws IOException {
        Path truth = folder.resolve("truth.jsonl");
        Ran simulate = Ran.of(
                "simulate",
                "--count",
                "500",
                "--malformed",
                "0.05",
                "--seed",
                "3",
                "--wait",
                "--json",
                "--truth",
                truth.toString(),
                "--url",
                node.url(),
                "--bootstrap-servers",
                kafka);

        assertThat(simulate.exit()).as(simulate.out() + simulate.err()).isZero();
        JsonNode sum = Json.MAPPER.readTree(simulate.lines().get(0));
        assertThat(sum.path("deliveries").asInt()).isEqualTo(500);
        assertThat(sum.path("rejected").asInt()).isZero();

        JsonNode books = Json.MAPPER.readTree(simulate.lines().get(1));
        assertThat(books.path("balanced").asBoolean()).isTrue();
        assertThat(books.at("/total/raw").asInt()).isEqualTo(504);
        List<String> truths = Files.readAllLines(truth);
        assertThat(truths).hasSize(500);
        long malformed = truths.stream()
                .filter(line -> line.contains("\"expected\":\"dead_letter\""))
                .count();
        assertThat(books.at("/total/dead_letters").asLong())
                .isEqualTo(malformed)
                .isPositive();
    }

    @Test
    @Order(6)
    void theTopicsCountedAgainSayTheSame() {
        Ran ledger = Ran.of("ledger", "--verify", "--bootstrap-servers", kafka);

        assertThat(ledger.exit()).as(ledger.out() + ledger.err()).isZero();
        assertThat(ledger.out()).contains("source", "city-desk", "total", "balanced:", "verified:");
    }

    @Test
    @Order(7)
    void everyTopicCanBeRead() {
        for (TailTopic topic : TailTopic.values()) {
            Ran tail = tail(topic.toString(), "--max", "1");
            assertThat(tail.exit()).as(topic + ": " + tail.err()).isZero();
            assertThat(tail.lines()).hasSize(1).noneMatch(String::isBlank);
        }
    }

    @Test
    @Order(8)
    void silenceEndsATailAndIsNoSuccess() {
        assertThat(Ran.of("tail", "raw", "--max", "1", "--timeout", "1s", "--bootstrap-servers", kafka)
                        .exit())
                .isEqualTo(1);
    }

    @Test
    @Order(9)
    void missingTopicsAndClustersAreExplained() {
        Ran missing = Ran.of("ledger", "--bootstrap-servers", kafka, "--topic-prefix", "other.");
        assertThat(missing.exit()).isEqualTo(1);
        assertThat(missing.err()).contains("other.news.ledger.v1", "dateline topics apply");

        Ran nobody = Ran.of("tail", "--bootstrap-servers", "127.0.0.1:1");
        assertThat(nobody.exit()).isEqualTo(1);
        assertThat(nobody.err()).contains("127.0.0.1:1 does not answer");
    }

    @Test
    @Order(10)
    void aWebArchiveIsPushedPageByPage() throws IOException {
        CrawlArchive.write(folder, 300, CrawlArchive.Packing.MEMBER_PER_RECORD);

        Ran push = push("crawl.warc.gz");

        assertThat(push.exit()).as(push.err()).isZero();
        assertThat(push.lines())
                .first()
                .asString()
                .startsWith("accepted")
                .contains("crawl.warc.gz")
                .endsWith("300 articles");
        assertThat(folder.resolve("crawl.warc.gz.pushed")).doesNotExist();
    }

    private static Ran push(String file, String... more) {
        String[] arguments = new String[more.length + 4];
        arguments[0] = "push";
        arguments[1] = folder.resolve(file).toString();
        arguments[2] = "--url";
        arguments[3] = node.url();
        System.arraycopy(more, 0, arguments, 4, more.length);
        return Ran.of(arguments);
    }

    private static Ran tail(String topic, String... more) {
        String[] arguments = new String[more.length + 7];
        String[] first = {"tail", topic, "--from-beginning", "--timeout", "60s", "--bootstrap-servers", kafka};
        System.arraycopy(first, 0, arguments, 0, first.length);
        System.arraycopy(more, 0, arguments, first.length, more.length);
        return Ran.of(arguments);
    }

    private static JsonNode balanced() throws IOException, InterruptedException {
        for (int i = 0; i < 200; i++) {
            Ran ledger = Ran.of("ledger", "--json", "--bootstrap-servers", kafka);
            if (ledger.exit() == 0) {
                return Json.MAPPER.readTree(ledger.out());
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the books do not balance");
    }
}
