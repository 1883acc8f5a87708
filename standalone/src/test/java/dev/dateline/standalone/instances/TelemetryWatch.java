package dev.dateline.standalone.instances;

import dev.dateline.common.model.Telemetry;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.common.topics.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the telemetry topic from its beginning, and keeps what it read. */
final class TelemetryWatch implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, Telemetry> consumer;
    private final List<Telemetry> read = new ArrayList<>();
    private int largest;

    TelemetryWatch(KafkaSettings kafka) {
        Topic<Telemetry> topic = kafka.topics().telemetry();
        Map<String, Object> properties = kafka.client("test-telemetry-watch");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        consumer = new KafkaConsumer<>(
                properties, new StringDeserializer(), topic.serde().deserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Waits for a record of an instance, whether it came before or is still to come. */
    Telemetry await(String instance, String what, Predicate<Telemetry> wanted) throws Exception {
        List<Telemetry> found = new ArrayList<>();
        Await.until(instance + " tells " + what, () -> {
            for (ConsumerRecord<String, Telemetry> record : consumer.poll(POLL)) {
                largest = Math.max(largest, record.serializedValueSize());
                read.add(record.value());
            }
            read.stream()
                    .filter(telemetry -> telemetry.instanceId().startsWith(instance) && wanted.test(telemetry))
                    .findFirst()
                    .ifPresent(found::add);
            return !found.isEmpty();
        });
        return found.get(0);
    }

    /** The last record read so far of an instance. */
    Optional<Telemetry> last(String instance) {
        return read.stream()
                .filter(telemetry -> telemetry.instanceId().startsWith(instance))
                .reduce((earlier, later) -> later);
    }

    /** Bytes of the largest value read so far. */
    int largest() {
        return largest;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
