package dev.dateline.standalone.simulate;

import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.simulator.Delivery;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Plays the part of another, less careful producer: writes bytes into the raw topic as they are. */
final class RawTopicWriter implements AutoCloseable {
    private static final int MAX_BLOCK_MS = 10_000;
    private static final int MAX_REQUEST = 5 << 20;
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private final String topic;
    private final KafkaProducer<byte[], byte[]> producer;

    RawTopicWriter(KafkaSettings kafka) {
        this.topic = kafka.topics().raw().name();
        Map<String, Object> properties = kafka.client("dateline-simulator");
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MS);
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST);
        this.producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Hands a delivery over; {@link #await} tells whether it arrived. */
    Future<RecordMetadata> write(Delivery delivery) {
        String key = delivery.parameters().get("key");
        return producer.send(new ProducerRecord<>(
                topic, key == null ? null : key.getBytes(StandardCharsets.UTF_8), delivery.body()));
    }

    /** Waits for the acknowledgement; throws {@link KafkaException} when there is none. */
    static void await(Future<RecordMetadata> written) throws InterruptedException {
        try {
            written.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
        }
    }

    @Override
    public void close() {
        producer.close(CLOSE_WITHIN);
    }
}
