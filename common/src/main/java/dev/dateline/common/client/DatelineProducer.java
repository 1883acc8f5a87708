package dev.dateline.common.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.common.model.RawArticle;
import dev.dateline.common.runtime.DaemonThreads;
import dev.dateline.common.wire.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Sends articles to ingest from any number of threads, gathered into batches, with an answer for each.
 *
 * <pre>{@code
 * try (DatelineProducer producer = DatelineProducer.to(URI.create("http://127.0.0.1:8080"))) {
 *     producer.send(article).thenAccept(sent -> ...);
 * }
 * }</pre>
 *
 * <p>{@link #send} waits while the buffer is full, so a producer is never faster than Kafka for long. Busy and absent ingests are waited
 * for as {@link IngestClient} does; when its patience ends, every article that still waits fails with {@link IngestUnavailableException}
 * and can be sent again. An article with a provider's id or a URL may be sent any number of times: it stays one article.
 *
 * <p>Answers are given on the producer's own threads: what hangs on them should be short, and must not call this producer.
 */
public final class DatelineProducer implements AutoCloseable {
    /** What ingest sets, so that no producer may. */
    private static final Set<String> SET_BY_INGEST =
            Set.of("article_id", "received_at", "received_at_ms", "published_at_ms", "media_type", "reader");

    private final IngestClient ingest;
    private final Outbox outbox;
    private final ExecutorService senders;
    private final CountDownLatch ended;

    /** A producer that shares a client, which may be used for other requests as well. */
    public DatelineProducer(IngestClient ingest, Batching batching) {
        this.ingest = ingest;
        this.outbox = new Outbox(batching);
        this.ended = new CountDownLatch(batching.connections());
        this.senders = Executors.newFixedThreadPool(batching.connections(), DaemonThreads.named("producer"));
        for (int i = 0; i < batching.connections(); i++) {
            senders.execute(this::sendBatches);
        }
        senders.shutdown();
    }

    /** A producer with the usual batches, for an ingest that asks for no key. */
    public static DatelineProducer to(URI url) {
        return new DatelineProducer(new IngestClient(Connection.to(url)), Batching.USUAL);
    }

    /**
     * Sends an article; what ingest sets itself ({@code articleId}, {@code receivedAt}, {@code mediaType}, {@code reader}) is left out.
     *
     * @return its answer, later; or {@link IngestUnavailableException}
     */
    public CompletableFuture<Sent> send(RawArticle draft) {
        ObjectNode json = Json.MAPPER.valueToTree(draft);
        json.remove(SET_BY_INGEST);
        return send(Json.bytes(json));
    }

    /**
     * Sends an article as the JSON of {@code POST /v1/articles}.
     *
     * @param json one object in UTF-8; ingest says what is wrong with any other
     * @return its answer, later; or {@link IngestUnavailableException}
     */
    public CompletableFuture<Sent> send(byte[] json) {
        Outbox.Article article = new Outbox.Article(json);
        try {
            outbox.add(article);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        return article.answer();
    }

    /** The same, from a text. */
    public CompletableFuture<Sent> send(String json) {
        return send(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends what waits, and waits until all that was sent before has its answer. */
    public void flush() {
        try {
            outbox.flush();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Sends what waits and stops; takes as long as the client's patience at most. */
    @Override
    public void close() {
        outbox.close();
        try {
            ended.await();
        } catch (InterruptedException e) {
            senders.shutdownNow();
            throw interrupted(e);
        }
    }

    private void sendBatches() {
        try {
            List<Outbox.Article> batch = outbox.take();
            while (!batch.isEmpty()) {
                send(batch);
                batch = outbox.take();
            }
        } catch (InterruptedException e) {
            fail(outbox.withdraw(), new IngestUnavailableException("the producer was stopped", e));
        } finally {
            ended.countDown();
        }
    }

    private void send(List<Outbox.Article> batch) {
        List<Sent> answers;
        try {
            answers = ingest.batch(batch.stream().map(Outbox.Article::json).toList());
        } catch (RuntimeException e) {
            // They have waited as long: each would only wait once more. Taken out first: whoever is told may send again
            // at once.
            List<Outbox.Article> waiting = outbox.withdraw();
            fail(batch, e);
            fail(waiting, e);
            return;
        }
        for (int i = 0; i < answers.size(); i++) {
            batch.get(i).answer().complete(answers.get(i));
        }
        outbox.settled(batch);
    }

    private void fail(List<Outbox.Article> articles, RuntimeException why) {
        articles.forEach(article -> article.answer().completeExceptionally(why));
        outbox.settled(articles);
    }

    private static IngestUnavailableException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IngestUnavailableException("interrupted while waiting for ingest", e);
    }
}
