package dev.dateline.standalone.instances;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.model.NewsEvent;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.common.topics.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Sees events as they are committed, from the moment it is made. */
final class EventWatch implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final KafkaConsumer<String, NewsEvent> consumer;
    private final List<TopicPartition> partitions;

    EventWatch(KafkaSettings kafka) {
        Topic<NewsEvent> events = kafka.topics().events();
        Map<String, Object> properties = kafka.client("test-event-watch");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        consumer = new KafkaConsumer<>(
                properties, new StringDeserializer(), events.serde().deserializer());
        partitions = consumer.partitionsFor(events.name()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position); // seeks are lazy
    }

    /** Waits until every partition has an event of an article that was received after some time; how long that was after it. */
    Duration awaitEveryPartition(Instant receivedAfter) {
        Set<TopicPartition> silent = new HashSet<>(partitions);
        while (!silent.isEmpty()) {
            assertThat(Instant.now())
                    .as("partitions without new events: %s", silent)
                    .isBefore(receivedAfter.plus(PATIENCE));
            for (ConsumerRecord<String, NewsEvent> event : consumer.poll(POLL)) {
                if (event.value().receivedAt().isAfter(receivedAfter)) {
                    silent.remove(new TopicPartition(event.topic(), event.partition()));
                }
            }
        }
        return Duration.between(receivedAfter, Instant.now());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
