package dev.dateline.standalone.push;

import dev.dateline.common.client.Batching;
import dev.dateline.common.client.DatelineProducer;
import dev.dateline.common.client.IngestClient;
import dev.dateline.common.client.Sent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** Sends the JSON articles of one stream through a producer, and tells what became of them in the stream's order. */
final class InOrder implements AutoCloseable {
    /** Answers are held until their turn: no more than two batches of them. */
    private static final int MOST_OPEN = 1000;
    /** Long enough to fill a batch from a file, short for someone who types. */
    private static final Batching BATCHING =
            Batching.USUAL.withLinger(Duration.ofSeconds(1)).withBufferBytes(8L << 20);

    private final String item;
    private final DatelineProducer producer;
    private final Consumer<ItemResult> told;
    private final Deque<Open> open = new ArrayDeque<>();
    private boolean empty = true;

    private record Open(int number, CompletableFuture<Sent> answer) {}

    InOrder(String item, IngestClient ingest, Consumer<ItemResult> told) {
        this.item = item;
        this.producer = new DatelineProducer(ingest, BATCHING);
        this.told = told;
    }

    /**
     * Sends one article; waits while many are under way.
     *
     * @throws dev.dateline.common.client.IngestUnavailableException when an earlier one could not be sent
     */
    void send(int number, byte[] json) {
        add(number, producer.send(json));
    }

    /** Notes an article that is not sent, in its place. */
    void refuse(int number, Sent why) {
        add(number, CompletableFuture.completedFuture(why));
    }

    private void add(int number, CompletableFuture<Sent> answer) {
        empty = false;
        open.add(new Open(number, answer));
        while (open.size() > MOST_OPEN
                || (!open.isEmpty() && open.element().answer().isDone())) {
            tellNext();
        }
    }

    /** Waits for the answers that are still open. */
    void finish() {
        producer.flush();
        while (!open.isEmpty()) {
            tellNext();
        }
    }

    private void tellNext() {
        Open next = open.remove();
        try {
            told.accept(new ItemResult(item, next.number(), next.answer().join()));
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Whether there was never an article. */
    boolean isEmpty() {
        return empty;
    }

    @Override
    public void close() {
        producer.close();
    }
}
