package dev.dateline.common.runtime;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes records one by one, and returns when all replicas have them. Connects with the first record. */
public final class AckedWriter implements AutoCloseable {
    private static final Duration WITHIN = Duration.ofSeconds(5);
    /** More than the largest raw article takes. */
    private static final int MAX_RECORD_BYTES = 6 << 20;

    private final KafkaSettings kafka;
    private final String clientId;
    private KafkaProducer<byte[], byte[]> producer;

    /**
     * A writer that is not connected yet.
     *
     * @param clientId its name in Kafka's logs and metrics
     */
    public AckedWriter(KafkaSettings kafka, String clientId) {
        this.kafka = kafka;
        this.clientId = clientId;
    }

    /**
     * Writes a record.
     *
     * @throws UnconfirmedException when it is not known to be written; it may have been
     */
    public RecordMetadata write(ProducerRecord<byte[], byte[]> record) {
        try {
            return producer().send(record).get(2 * WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new UnconfirmedException(record.topic(), e.getCause());
        } catch (TimeoutException | KafkaException e) {
            throw new UnconfirmedException(record.topic(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnconfirmedException(record.topic(), e);
        }
    }

    private synchronized KafkaProducer<byte[], byte[]> producer() {
        if (producer == null) {
            Map<String, Object> properties = kafka.client(clientId);
            int within = (int) WITHIN.toMillis();
            properties.put(ProducerConfig.ACKS_CONFIG, "all");
            properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, within);
            properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, within);
            properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, within / 2);
            properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
            properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_RECORD_BYTES);
            producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(WITHIN);
        }
    }
}
