package dev.dateline.common.runtime;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Asks the cluster every second whether it answers and has the topics a service needs; the last answer is the health. */
public final class KafkaProbe implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final Duration ANSWER_WITHIN = Duration.ofMillis(1500);

    private final KafkaSettings kafka;
    private final String clientId;
    private final Set<String> neededTopics;
    private final PeriodicTask asking;
    private volatile Health health = Health.starting("Kafka not asked yet");
    private Admin admin;

    public KafkaProbe(KafkaSettings kafka, String clientId, Set<String> neededTopics) {
        this.kafka = kafka;
        this.clientId = clientId;
        this.neededTopics = Set.copyOf(neededTopics);
        this.asking = new PeriodicTask(clientId, PERIOD, this::ask);
    }

    public void start() {
        asking.start();
    }

    public Health health() {
        return health;
    }

    private void ask() {
        try {
            if (admin == null) {
                var properties = kafka.client(clientId);
                properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) ANSWER_WITHIN.toMillis());
                properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) ANSWER_WITHIN.toMillis());
                admin = Admin.create(properties);
            }
            Set<String> present = admin.listTopics().names().get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            health = neededTopics.stream()
                    .filter(topic -> !present.contains(topic))
                    .sorted()
                    .findFirst()
                    .map(topic -> Health.down("topic " + topic + " is missing; run: dateline topics apply"))
                    .orElse(Health.up());
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            // The message, not the class: people read this in /readyz.
            String cause = e instanceof ExecutionException ? e.getCause().getMessage() : e.getMessage();
            health = Health.down("Kafka at " + kafka.bootstrapServers() + " does not answer"
                    + (cause == null || cause.isBlank() ? "" : ": " + cause));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        asking.close();
        if (admin != null) {
            admin.close(ANSWER_WITHIN);
        }
    }
}
