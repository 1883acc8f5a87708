package dev.dateline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.common.config.Settings;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.common.topics.TopicPlan;
import dev.dateline.common.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker is killed while clients send, stays away for a while, and comes back: nobody waits long, and every promise holds. */
class BrokerOutageIT {
    private static final int CLIENTS = 16;
    private static final int ENOUGH = 500;
    private static final Duration AWAY = Duration.ofSeconds(4);
    /** Two seconds are promised; the rest is for a busy machine. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger number = new AtomicInteger();
    private volatile boolean stopped;

    /** One answer, and when its request was sent and it came. */
    private record Answer(int status, String retryAfter, JsonNode body, long sentNanos, long cameNanos) {
        boolean accepted() {
            return status == 202;
        }

        boolean unavailable() {
            return status == 503 && retryAfter != null;
        }

        boolean isOf(String problem) {
            return body.path("type").asText().equals("/problems/" + problem);
        }

        Duration took() {
            return Duration.ofNanos(cameNanos - sentNanos);
        }
    }

    @Test
    void clientsAreToldSoonAndWhatWasAcceptedIsThere(@TempDir Path data) throws Exception {
        BrokerProcess broker = BrokerProcess.start(data, 0);
        int port = broker.port();
        Settings settings =
                Settings.load(Map.of(), Map.of("dateline.kafka.bootstrap-servers", broker.bootstrapServers()));
        KafkaSettings kafka = KafkaSettings.from(settings);
        try (Admin admin = kafka.admin("test")) {
            TopicPlan.of(admin, kafka.topics()).apply(admin, kafka.replicationFactor());
        }
        try (LocalIngest ingest = LocalIngest.start(settings)) {
            assertThat(ingest.awaitReady(PATIENCE)).isEmpty();
            List<Thread> clients = startClients(ingest.url().resolve("/v1/articles"));
            await(() -> count(Answer::accepted) >= ENOUGH);
            long killed = System.nanoTime();
            broker.kill();
            Thread.sleep(AWAY.toMillis());
            long restarted = System.nanoTime();
            try (BrokerProcess returned = BrokerProcess.start(data, port)) {
                await(() -> count(answer -> answer.accepted() && answer.sentNanos() > restarted) >= ENOUGH);
                stopped = true;
                for (Thread client : clients) {
                    client.join();
                }
                everybodyWasToldSoon(killed, restarted);
                everyPromiseHolds(kafka, returned);
            }
        } finally {
            stopped = true;
            broker.close();
        }
    }

    private void everybodyWasToldSoon(long killed, long restarted) {
        List<Answer> during = answers.stream()
                .filter(answer -> answer.cameNanos() > killed && answer.sentNanos() < restarted)
                .toList();
        assertThat(during)
                // What was acknowledged just before may be answered just after.
                .allMatch(answer -> answer.unavailable() || answer.accepted())
                .allMatch(answer -> answer.took().compareTo(ANSWER_WITHIN) < 0);
        assertThat(during)
                .filteredOn(answer -> answer.isOf("write-unconfirmed"))
                .isNotEmpty();
        assertThat(during)
                .filteredOn(answer -> answer.isOf("kafka-unavailable"))
                .isNotEmpty();
    }

    private void everyPromiseHolds(KafkaSettings kafka, BrokerProcess broker) {
        Map<String, String> topic = new HashMap<>();
        TopicReader.read(broker.bootstrapServers(), kafka.topics().raw())
                .forEach(record -> topic.put(record.partition() + "@" + record.offset(), record.key()));
        List<Answer> accepted = answers.stream().filter(Answer::accepted).toList();
        assertThat(accepted).hasSizeGreaterThanOrEqualTo(2 * ENOUGH).allSatisfy(answer -> {
            JsonNode receipt = answer.body();
            assertThat(topic)
                    .containsEntry(
                            receipt.get("partition").asInt() + "@"
                                    + receipt.get("offset").asLong(),
                            receipt.get("article_id").asText());
        });
    }

    private List<Thread> startClients(URI address) {
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Thread client = new Thread(() -> send(address), "client-" + i);
            client.setDaemon(true);
            client.start();
            clients.add(client);
        }
        return clients;
    }

    private void send(URI address) {
        try {
            while (!stopped) {
                Answer answer = post(address);
                answers.add(answer);
                if (!answer.accepted()) {
                    Thread.sleep(20);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer post(URI address) throws IOException, InterruptedException {
        String article = "{\"source_id\":\"city-desk\",\"provider_id\":\"" + number.incrementAndGet()
                + "\",\"title\":\"Ferry sails again\",\"body_text\":\"The ferry sailed on Monday.\"}";
        long sent = System.nanoTime();
        HttpResponse<byte[]> response = http.send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(article))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("Retry-After").orElse(null),
                Json.MAPPER.readTree(response.body()),
                sent,
                System.nanoTime());
    }

    private long count(Predicate<Answer> which) {
        return answers.stream().filter(which).count();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(deadline);
            Thread.sleep(20);
        }
    }
}
