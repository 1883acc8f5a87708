package dev.dateline.ingest.access;

import dev.dateline.common.model.AccessKey;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.common.runtime.PeriodicTask;
import dev.dateline.common.topics.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the topic of keys from its beginning and follows it, without a group: every instance knows every key. */
final class KeyFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeyFollower.class);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int ANSWER_WITHIN_MS = 2000;

    private final KafkaSettings kafka;
    private final Topic<AccessKey> topic;
    private final AccessKeys keys;
    private final Deserializer<AccessKey> reading;
    private final TopicPartition partition;
    private final PeriodicTask rounds;
    private KafkaConsumer<String, byte[]> consumer;
    private long endAtStart;

    KeyFollower(KafkaSettings kafka, Topic<AccessKey> topic, AccessKeys keys) {
        this.kafka = kafka;
        this.topic = topic;
        this.keys = keys;
        this.reading = topic.serde().deserializer();
        this.partition = new TopicPartition(topic.name(), 0);
        this.rounds = new PeriodicTask("ingest-keys", PAUSE, this::round);
    }

    void start() {
        rounds.start();
    }

    /** A round that fails, because Kafka is away or the topic not made yet, is tried again from where it was. */
    private void round() {
        try {
            if (consumer == null && !open()) {
                return;
            }
            consumer.poll(POLL).forEach(this::take);
            if (!keys.isComplete() && consumer.position(partition) >= endAtStart) {
                keys.completed();
                LOG.info(
                        keys.isEmpty()
                                ? "requests need an API key, and there is none yet: make one with {}"
                                : "requests need an API key; {} shows them",
                        keys.isEmpty() ? Gate.CREATE : "dateline keys list");
            }
        } catch (KafkaException e) {
            LOG.debug("the keys can't be read now; tried again in a moment", e);
        }
    }

    private boolean open() {
        Map<String, Object> properties = kafka.client("ingest-keys");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MS);
        KafkaConsumer<String, byte[]> opened =
                new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
        try {
            if (opened.partitionsFor(topic.name()).isEmpty()) {
                opened.close();
                return false;
            }
            opened.assign(List.of(partition));
            opened.seekToBeginning(List.of(partition));
            endAtStart = opened.endOffsets(List.of(partition)).get(partition);
        } catch (KafkaException e) {
            opened.close();
            throw e;
        }
        consumer = opened;
        return true;
    }

    private void take(ConsumerRecord<String, byte[]> published) {
        if (published.key() == null) {
            return;
        }
        try {
            keys.take(published.key(), reading.deserialize(published.topic(), published.value()));
        } catch (SerializationException e) {
            // Half a key must not open anything, and an older record of it must not stay in force.
            keys.take(published.key(), null);
            LOG.error("offset {} of {} is no access key; ignored", published.offset(), topic.name(), e);
        }
    }

    @Override
    public void close() {
        rounds.close();
        if (consumer != null) {
            consumer.close();
        }
    }
}
