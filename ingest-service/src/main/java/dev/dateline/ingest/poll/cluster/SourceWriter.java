package dev.dateline.ingest.poll.cluster;

import dev.dateline.common.http.Problem;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.http.ProblemType;
import dev.dateline.common.model.Source;
import dev.dateline.common.model.Subscription;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.common.topics.Topic;
import dev.dateline.common.topics.Topics;
import dev.dateline.common.wire.CloudEvents;
import dev.dateline.ingest.poll.source.SourceReading;
import dev.dateline.ingest.poll.source.SourceStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes what people and hubs say. Each write is acknowledged and read back before it returns, so that its writer sees it at once. */
public final class SourceWriter implements SourceStore, AutoCloseable {
    private static final Duration WITHIN = Duration.ofSeconds(5);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final KafkaSettings kafka;
    private final Topics topics;
    private final SourceTopics view;
    private KafkaProducer<String, byte[]> producer;

    public SourceWriter(KafkaSettings kafka, Topics topics, SourceTopics view) {
        this.kafka = kafka;
        this.topics = topics;
        this.view = view;
    }

    @Override
    public void declare(Source source) {
        write(topics.sources(), source.id(), source);
    }

    /** With its subscription; its state goes with the next round of whoever polls it. */
    @Override
    public void remove(String id) {
        write(topics.sources(), id, null);
        if (view.subscription(id).isPresent()) {
            write(topics.subscriptions(), id, null);
        }
    }

    /** Notes how far a subscription is. */
    public void subscribe(Subscription subscription) {
        write(topics.subscriptions(), subscription.sourceId(), subscription);
    }

    private <T> void write(Topic<T> topic, String id, T value) {
        SourceReading.await(view);
        int partition = view.partitions().of(id);
        byte[] bytes = topic.serde().serializer().serialize(topic.name(), value);
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic.name(), partition, id, bytes);
        Instant now = Instant.now();
        CloudEvents.write(record.headers(), id + "/" + now.toEpochMilli(), id, topic.schema(), now);
        try {
            RecordMetadata written = producer().send(record).get(WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            boolean visible = view.awaitRead(new TopicPartition(topic.name(), partition), written.offset() + 1, WITHIN);
            if (!visible) {
                throw unconfirmed();
            }
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw unconfirmed();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unconfirmed();
        }
    }

    private static ProblemException unconfirmed() {
        return new ProblemException(
                Problem.of(
                        ProblemType.WRITE_UNCONFIRMED,
                        "Kafka did not confirm this in time; look whether it was taken, or say it again"),
                RETRY);
    }

    private synchronized KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            Map<String, Object> properties = kafka.client("ingest-sources");
            int within = (int) WITHIN.toMillis();
            properties.put(ProducerConfig.ACKS_CONFIG, "all");
            properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, within);
            properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, within);
            properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, within / 2);
            properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
            producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
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
