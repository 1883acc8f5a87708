package dev.dateline.standalone.push;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.client.Sent;
import dev.dateline.standalone.console.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ResultsTest {
    private static final Sent ACCEPTED = new Sent.Accepted("id1", "news.raw.v1", 2, 17);
    private static final Sent REJECTED =
            new Sent.Rejected(422, "/problems/invalid-article", "is \u001b[31m missing", "source_id");

    private final List<String> lines = new ArrayList<>();
    private final Tally tally = new Tally();

    @Test
    void peopleGetALineEachAndASumForFilesOfMany() {
        Results results = new Results(lines::add, new Palette(false), tally, false);
        tell(results);
        results.end();

        assertThat(lines)
                .containsExactly(
                        "accepted  a.txt  id1  news.raw.v1-2@17",
                        "rejected  b.ndjson:2  source_id: is \\u{1b}[31m missing",
                        "accepted  b.ndjson  2 articles",
                        "not sent  c.txt  does not exist");
        assertThat(tally).hasToString("3 accepted, 1 rejected, 1 not sent");
        assertThat(tally.complete()).isFalse();
    }

    @Test
    void manyRefusalsOfOneFileAreSummedUp() {
        Results results = new Results(lines::add, new Palette(false), tally, false);
        for (int i = 1; i <= 25; i++) {
            results.accept(new ItemResult("b.ndjson", i, REJECTED));
        }
        results.end();

        assertThat(lines).hasSize(21).last().asString().contains("and 5 more");
    }

    @Test
    void quietKeepsRefusalsOnly() {
        Results results = new Results(lines::add, new Palette(false), tally, true);
        tell(results);
        results.end();

        assertThat(lines).hasSize(2).noneMatch(line -> line.startsWith("accepted"));
        assertThat(tally.accepted()).isEqualTo(3);
    }

    @Test
    void programsGetAnObjectEach() {
        tell(new JsonResults(lines::add, tally));

        assertThat(lines)
                .containsExactly(
                        "{\"item\":\"a.txt\",\"status\":\"accepted\",\"article_id\":\"id1\",\"topic\":\"news.raw.v1\",\"partition\":2,\"offset\":17}",
                        "{\"item\":\"b.ndjson\",\"number\":1,\"status\":\"accepted\",\"article_id\":\"id1\",\"topic\":\"news.raw.v1\",\"partition\":2,\"offset\":17}",
                        "{\"item\":\"b.ndjson\",\"number\":2,\"status\":\"rejected\",\"http_status\":422,\"type\":\"/problems/invalid-article\",\"field\":\"source_id\",\"detail\":\"is \\u001B[31m missing\"}",
                        "{\"item\":\"b.ndjson\",\"number\":3,\"status\":\"accepted\",\"article_id\":\"id1\",\"topic\":\"news.raw.v1\",\"partition\":2,\"offset\":17}",
                        "{\"item\":\"c.txt\",\"status\":\"not_sent\",\"detail\":\"does not exist\"}");
    }

    private static void tell(Consumer<ItemResult> results) {
        results.accept(new ItemResult("a.txt", null, ACCEPTED));
        results.accept(new ItemResult("b.ndjson", 1, ACCEPTED));
        results.accept(new ItemResult("b.ndjson", 2, REJECTED));
        results.accept(new ItemResult("b.ndjson", 3, ACCEPTED));
        results.accept(new ItemResult("c.txt", null, new Sent.Unsent("does not exist")));
    }
}
