package dev.dateline.common.client;

import static dev.dateline.testkit.ScriptedServer.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.common.model.RawArticle;
import dev.dateline.common.model.RawArticleBuilder;
import dev.dateline.testkit.ScriptedServer;
import dev.dateline.testkit.ScriptedServer.Answer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatelineProducerTest {
    private static final Batching PATIENT = Batching.USUAL.withLinger(Duration.ofHours(1));

    private ScriptedServer server;

    @BeforeEach
    void start() throws IOException {
        server = ScriptedServer.accepting();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void articlesAreGatheredUntilABatchIsFull() {
        try (DatelineProducer producer = producer(PATIENT.withMaxArticles(3))) {
            List<CompletableFuture<Sent>> answers = send(producer, 6);

            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.join().isAccepted()).isTrue());
            assertThat(server.asked()).extracting(asked -> asked.lines().size()).containsExactly(3, 3);
        }
    }

    @Test
    void lingeringEnds() {
        try (DatelineProducer producer = producer(Batching.USUAL.withLinger(Duration.ofMillis(1)))) {
            assertThat(producer.send("{\"n\":1}").join()).isEqualTo(new Sent.Accepted("a", "raw", 1, 1));
        }
    }

    @Test
    void flushSendsWhatWaits() {
        try (DatelineProducer producer = producer(PATIENT)) {
            List<CompletableFuture<Sent>> answers = send(producer, 2);

            producer.flush();

            assertThat(answers).allMatch(CompletableFuture::isDone);
            assertThat(server.asked()).hasSize(1);
        }
    }

    @Test
    void closeSendsWhatWaitsAndTakesNoMore() {
        DatelineProducer producer = producer(PATIENT);
        List<CompletableFuture<Sent>> answers = send(producer, 2);

        producer.close();

        assertThat(answers).allMatch(CompletableFuture::isDone);
        assertThatThrownBy(() -> producer.send("{}")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void eachArticleHasItsOwnAnswer() {
        server.then(asked -> ScriptedServer.batch(
                200, ScriptedServer.accepted(1) + "," + ScriptedServer.rejected(2, 422, "invalid-article")));

        try (DatelineProducer producer = producer(PATIENT)) {
            List<CompletableFuture<Sent>> answers = send(producer, 2);
            producer.flush();

            assertThat(answers.get(0).join()).isEqualTo(new Sent.Accepted("a", "raw", 1, 1));
            assertThat(answers.get(1).join())
                    .isEqualTo(new Sent.Rejected(422, "/problems/invalid-article", "why", "title"));
        }
    }

    @Test
    void aFullBufferMakesTheCallerWait() throws Exception {
        CountDownLatch mayAnswer = new CountDownLatch(1);
        server.then(asked -> {
            await(mayAnswer);
            return ScriptedServer.accept(asked);
        });

        try (DatelineProducer producer = producer(PATIENT.withMaxArticles(1).withBufferBytes(10))) {
            CompletableFuture<Sent> one = producer.send("{\"n\":1}");
            AtomicReference<CompletableFuture<Sent>> two = new AtomicReference<>();
            Thread second = new Thread(() -> two.set(producer.send("{\"n\":2}")));
            second.start();
            while (second.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            assertThat(server.asked()).hasSizeLessThanOrEqualTo(1);
            mayAnswer.countDown();
            second.join();

            assertThat(one.join().isAccepted()).isTrue();
            assertThat(two.get().join().isAccepted()).isTrue();
        }
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void whenPatienceEndsEverythingThatWaitsFailsAndTheProducerLivesOn() {
        Map<String, String> later = Map.of("Retry-After", "5");
        server.then(asked -> new Answer(503, later, problem(503, "kafka-unavailable")));
        IngestClient hasty = new IngestClient(server.url(), new Patience(Duration.ofMillis(1)));

        try (DatelineProducer producer = new DatelineProducer(hasty, PATIENT)) {
            List<CompletableFuture<Sent>> answers = send(producer, 2);
            producer.flush();

            assertThat(answers).allSatisfy(answer -> assertThatThrownBy(answer::join)
                    .hasCauseInstanceOf(IngestUnavailableException.class));
            CompletableFuture<Sent> again = producer.send("{\"n\":1}");
            producer.flush();
            assertThat(again.join().isAccepted()).isTrue();
        }
    }

    @Test
    void aDraftIsSentWithoutWhatIngestSets() {
        RawArticle draft = RawArticleBuilder.builder()
                .articleId("x")
                .mediaType("y")
                .sourceId("city-desk")
                .publishedAt(Instant.parse("2026-03-06T11:30:00Z"))
                .bodyText("One\ntwo")
                .build();

        try (DatelineProducer producer = producer(Batching.USUAL)) {
            assertThat(producer.send(draft).join().isAccepted()).isTrue();
        }
        assertThat(server.asked()).singleElement().satisfies(asked -> assertThat(asked.body())
                .isEqualTo("{\"source_id\":\"city-desk\",\"published_at\":\"2026-03-06T11:30:00.000Z\","
                        + "\"body_text\":\"One\\ntwo\"}\n"));
    }

    @Test
    void jsonOverSeveralLinesBecomesOneLine() {
        try (DatelineProducer producer = producer(Batching.USUAL)) {
            assertThat(producer.send("{\n \"n\": 1\r\n}").join().isAccepted()).isTrue();
        }

        assertThat(server.asked().get(0).lines()).containsExactly("{  \"n\": 1  }");
    }

    private DatelineProducer producer(Batching batching) {
        return new DatelineProducer(new IngestClient(server.url(), Patience.USUAL), batching);
    }

    private static List<CompletableFuture<Sent>> send(DatelineProducer producer, int articles) {
        return IntStream.range(0, articles)
                .mapToObj(n -> producer.send("{\"n\":" + n + "}"))
                .toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
