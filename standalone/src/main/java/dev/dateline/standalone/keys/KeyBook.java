package dev.dateline.standalone.keys;

import dev.dateline.common.model.AccessKey;
import dev.dateline.common.model.AccessKeyBuilder;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.common.topics.Topic;
import dev.dateline.common.wire.CloudEvents;
import dev.dateline.standalone.topic.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The keys of a cluster. Every method throws {@link KafkaException} when the cluster does not answer, and
 * {@link dev.dateline.standalone.topic.MissingTopicException} when it has no such topic.
 */
public final class KeyBook {
    private static final int MAX_BLOCK_MS = 10_000;
    private static final String SOURCE = "dateline-keys";

    private final KafkaSettings kafka;
    private final Topic<AccessKey> topic;

    public KeyBook(KafkaSettings kafka) {
        this.kafka = kafka;
        this.topic = kafka.topics().accessKeys();
    }

    /** All keys, revoked ones too, the oldest first. */
    public List<AccessKey> all() {
        Map<String, AccessKey> keys = new HashMap<>();
        Deserializer<AccessKey> reading = topic.serde().deserializer();
        try (TopicReader reader = TopicReader.open(kafka, topic.name())) {
            reader.readToEnd(published -> note(keys, published, reading));
        }
        return keys.values().stream()
                .sorted(Comparator.comparing(AccessKey::createdAt).thenComparing(AccessKey::keyId))
                .toList();
    }

    /** Writes a key; returns when the cluster has it. */
    public void put(AccessKey key) {
        Map<String, Object> properties = kafka.client("dateline-keys");
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MS);
        Instant now = Instant.now();
        ProducerRecord<String, AccessKey> written =
                new ProducerRecord<>(topic.name(), null, now.toEpochMilli(), key.keyId(), key);
        CloudEvents.write(written.headers(), key.keyId() + "/" + now.toEpochMilli(), SOURCE, topic.schema(), now);
        try (KafkaProducer<String, AccessKey> producer = new KafkaProducer<>(
                properties, new StringSerializer(), topic.serde().serializer())) {
            producer.send(written).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException failed ? failed : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        }
    }

    /**
     * Makes a key worthless, from about now on; a second time changes nothing.
     *
     * @return the key as it is then; empty when there is none of that id
     */
    public Optional<AccessKey> revoke(String keyId, Instant now) {
        Optional<AccessKey> found =
                all().stream().filter(key -> key.keyId().equals(keyId)).findFirst();
        if (found.isEmpty() || found.get().revokedAt() != null) {
            return found;
        }
        AccessKey revoked = AccessKeyBuilder.builder(found.get())
                .revokedAt(now.truncatedTo(ChronoUnit.MILLIS))
                .build();
        put(revoked);
        return Optional.of(revoked);
    }

    private static void note(
            Map<String, AccessKey> keys, ConsumerRecord<byte[], byte[]> published, Deserializer<AccessKey> reading) {
        String keyId = new String(published.key(), StandardCharsets.UTF_8);
        if (published.value() == null) {
            keys.remove(keyId);
        } else {
            keys.put(keyId, reading.deserialize(published.topic(), published.value()));
        }
    }
}
