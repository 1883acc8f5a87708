package dev.dateline.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.model.RawArticle;
import dev.dateline.ingest.http.IngestServer.Answer;
import dev.dateline.ingest.publish.Delivery;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Damaged documents of every format, over HTTP: each gets an answer that is not our fault, nothing dies of them, nothing of them stays.
 * The number of inputs is the system property {@code dateline.mutations}.
 */
class HostileInputsTest {
    private static final int INPUTS = Integer.getInteger("dateline.mutations", 3000);
    private static final long SEED = 20261122;
    private static final Set<Integer> ANSWERS = Set.of(200, 202, 400, 413, 415, 422);
    /** Room for caches that fill and classes that load; a leak of one input in ten would be far beyond. */
    private static final long GROWTH = 96L << 20;

    private final IngestServer server = new IngestServer();
    private final Queue<Throwable> deaths = new ConcurrentLinkedQueue<>();

    @AfterEach
    void stop() {
        Thread.setDefaultUncaughtExceptionHandler(null);
        server.close();
    }

    @Test
    void everyDamagedDocumentHasAnAnswer() {
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> deaths.add(e));
        server.publisher.refusing = HostileInputsTest::looked;
        List<Samples.Sample> samples = Samples.all();
        assertThat(samples).hasSizeGreaterThan(10);
        Mutations mutations = new Mutations(SEED);
        Map<Integer, Integer> answers = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        long slowest = 0;
        String slowestWhat = "";
        long usedEarly = 0;
        for (int i = 0; i < INPUTS; i++) {
            Mutations.Input input = mutations.next(samples.get(i % samples.size()));
            long start = System.nanoTime();
            int status = send(i % 2 == 0 ? "/v1/articles" : "/v1/articles:batch", input);
            long took = System.nanoTime() - start;
            if (took > slowest) {
                slowest = took;
                slowestWhat = input.what();
            }
            answers.merge(status, 1, Integer::sum);
            if (!ANSWERS.contains(status)) {
                wrong.add(i + ": " + status + " " + input.what() + " as " + input.mediaType());
            }
            if (i == INPUTS / 3) {
                usedEarly = usedMemory();
            }
        }
        System.err.printf(
                "%d inputs, answers %s, slowest %d ms (%s)%n", INPUTS, answers, slowest / 1_000_000, slowestWhat);
        assertThat(wrong).isEmpty();
        assertThat(answers.keySet()).as("some are mended, some refused").contains(200, 202, 400);
        assertThat(deaths).isEmpty();
        assertThat(usedMemory() - usedEarly).as("memory that stays").isLessThan(GROWTH);
        assertThat(server.postJson("{\"source_id\": \"desk\", \"body_text\": \"Still here.\"}")
                        .status())
                .isEqualTo(202);
    }

    /** An input without an answer for a minute fails here by the client's own limit. */
    private int send(String path, Mutations.Input input) {
        String[] headers = input.coding() == null ? new String[0] : new String[] {"Content-Encoding", input.coding()};
        Answer answer = server.send(
                "POST",
                path + "?source=desk",
                input.mediaType(),
                HttpRequest.BodyPublishers.ofByteArray(input.bytes()),
                headers);
        return answer.status();
    }

    /** Not kept; no local file may have found its way in. */
    private static CompletableFuture<Delivery> looked(RawArticle article) {
        assertThat(article.toString()).doesNotContain("root:x:0");
        return CompletableFuture.completedFuture(new Delivery.Written("news.raw.v1", 0, 0));
    }

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
