package dev.dateline.standalone.simulate;

import dev.dateline.common.client.IngestClient;
import dev.dateline.common.client.Sent;
import dev.dateline.simulator.Channel;
import dev.dateline.simulator.Delivery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Deliveries that are sent together: JSON as one batch, texts side by side, bytes onto the topic. Each article is in it once at most, so
 * that the versions of an article arrive in their order although a round's deliveries may overtake each other.
 */
final class Round {
    private static final int MOST = 500;
    private static final int MOST_BYTES = 2 << 20;

    private final IngestClient ingest;
    private final RawTopicWriter topic;
    private final Executor texts;
    private final List<Delivery> deliveries = new ArrayList<>();
    private final Set<String> articles = new HashSet<>();
    private int bytes;

    Round(IngestClient ingest, RawTopicWriter topic, Executor texts) {
        this.ingest = ingest;
        this.topic = topic;
        this.texts = texts;
    }

    boolean takes(Delivery next) {
        return deliveries.size() < MOST
                && bytes + next.body().length <= MOST_BYTES
                && !articles.contains(article(next));
    }

    void add(Delivery next) {
        deliveries.add(next);
        articles.add(article(next));
        bytes += next.body().length;
    }

    boolean isEmpty() {
        return deliveries.isEmpty();
    }

    List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }

    /** Sends all and waits for all; null stands for what went straight onto the topic. */
    Sent[] send() throws InterruptedException {
        Sent[] results = new Sent[deliveries.size()];
        List<Future<RecordMetadata>> written = new ArrayList<>();
        List<CompletableFuture<Void>> answers = new ArrayList<>();
        List<Integer> json = new ArrayList<>();
        for (int i = 0; i < results.length; i++) {
            int index = i;
            Delivery delivery = deliveries.get(i);
            switch (delivery.channel()) {
                case HTTP_JSON -> json.add(index);
                case HTTP_TEXT ->
                    answers.add(CompletableFuture.runAsync(() -> results[index] = single(delivery), texts));
                case TOPIC -> written.add(topic.write(delivery));
            }
        }
        sendJson(json, results);
        answers.forEach(Round::join);
        for (Future<RecordMetadata> one : written) {
            RawTopicWriter.await(one);
        }
        return results;
    }

    private static void join(CompletableFuture<Void> answer) {
        try {
            answer.join();
        } catch (CompletionException e) {
            // What a text met is what the run met.
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void sendJson(List<Integer> indices, Sent[] results) {
        if (indices.size() == 1) {
            results[indices.get(0)] = single(deliveries.get(indices.get(0)));
            return;
        }
        List<Sent> answers = ingest.batch(
                indices.stream().map(index -> deliveries.get(index).body()).toList());
        for (int i = 0; i < answers.size(); i++) {
            results[indices.get(i)] = answers.get(i);
        }
    }

    private Sent single(Delivery delivery) {
        return ingest.article(
                delivery.mediaType(),
                delivery.channel() == Channel.HTTP_TEXT ? delivery.parameters() : Map.of(),
                delivery.body());
    }

    private static String article(Delivery delivery) {
        return delivery.truth().articleId();
    }
}
