package dev.dateline.standalone.bench;

import dev.dateline.common.model.NewsEvent;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.common.topics.Topic;
import dev.dateline.simulator.Channel;
import dev.dateline.simulator.Delivery;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Sends articles over HTTP at a steady rate, whether or not answers keep up, and notes when a read_committed consumer sees each event.
 */
final class LatencyRun {
    private static final Duration POLL = Duration.ofMillis(10);
    /** What has not come out by then is not counted, and the number of events shows it. */
    private static final Duration SETTLE = Duration.ofSeconds(3);

    private static final int ACCEPTED = 202;
    private static final double NANOS = 1e9;

    private final KafkaSettings kafka;
    private final Topic<NewsEvent> events;
    private final String url;
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    LatencyRun(KafkaSettings kafka, Topic<NewsEvent> events, String url) {
        this.kafka = kafka;
        this.events = events;
        this.url = url;
    }

    BenchReport.Latency measure(List<Delivery> deliveries, int rate) throws InterruptedException {
        Watcher watcher = new Watcher(deliveries.size());
        Thread watching = new Thread(watcher, "bench-latency");
        try {
            watcher.open();
            watching.start();
            double seconds = send(deliveries, rate, watcher);
            Thread.sleep(SETTLE.toMillis());
            watcher.stopped = true;
            watching.join();
            return report(watcher.sorted(), rate, seconds);
        } finally {
            watcher.stopped = true;
        }
    }

    private double send(List<Delivery> deliveries, int rate, Watcher watcher) throws InterruptedException {
        long started = System.nanoTime();
        watcher.from = Instant.now().plus(BenchPlan.LATENCY_WARM_UP);
        for (int i = 0; i < deliveries.size(); i++) {
            long due = started + (long) (i * NANOS / rate);
            long early = due - System.nanoTime();
            if (early > 0) {
                TimeUnit.NANOSECONDS.sleep(early);
            }
            var unused = client.sendAsync(request(deliveries.get(i)), HttpResponse.BodyHandlers.discarding())
                    .whenComplete((answer, e) -> {
                        boolean taken = e == null && answer.statusCode() == ACCEPTED;
                        (taken ? accepted : refused).incrementAndGet();
                    });
        }
        return Wait.secondsSince(started);
    }

    private HttpRequest request(Delivery delivery) {
        String query = delivery.parameters().entrySet().stream()
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        boolean text = delivery.channel() == Channel.HTTP_TEXT;
        return HttpRequest.newBuilder(URI.create(url + "/v1/articles" + (text ? "?" + query : "")))
                .header("content-type", delivery.mediaType())
                .POST(HttpRequest.BodyPublishers.ofByteArray(delivery.body()))
                .build();
    }

    private BenchReport.Latency report(long[] sorted, int rate, double seconds) {
        if (sorted.length == 0) {
            throw new BenchException("no event came out of " + accepted + " accepted articles");
        }
        return new BenchReport.Latency(
                rate,
                seconds,
                accepted.get(),
                refused.get(),
                sorted.length,
                percentile(sorted, 50),
                percentile(sorted, 99),
                sorted[sorted.length - 1]);
    }

    /** The smallest value that at least so many percent of the values do not exceed (nearest rank). */
    static long percentile(long[] sorted, int percent) {
        int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }

    /** Takes the time of every event from the moment it opens. */
    private final class Watcher implements Runnable {
        private final long[] millis;
        private int count;
        private KafkaConsumer<String, NewsEvent> consumer;
        private volatile boolean stopped;
        private volatile Instant from = Instant.MAX;

        Watcher(int most) {
            this.millis = new long[most];
        }

        void open() {
            Map<String, Object> properties = kafka.client("bench-latency");
            properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
            properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
            consumer = new KafkaConsumer<>(
                    properties, new StringDeserializer(), events.serde().deserializer());
            List<TopicPartition> partitions = consumer.partitionsFor(events.name()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position); // seeks are lazy
        }

        @Override
        public void run() {
            try {
                while (!stopped) {
                    consumer.poll(POLL).forEach(event -> note(event.value()));
                }
            } finally {
                consumer.close();
            }
        }

        /** A withdrawal speaks of an article that was received earlier. */
        private void note(NewsEvent event) {
            if (event.duplicateOf() == null && event.receivedAt().isAfter(from) && count < millis.length) {
                millis[count++] = System.currentTimeMillis() - event.receivedAtMs();
            }
        }

        long[] sorted() {
            long[] sorted = Arrays.copyOf(millis, count);
            Arrays.sort(sorted);
            return sorted;
        }
    }
}
