package dev.dateline.ingest.poll.cluster;

import dev.dateline.common.model.SourceState;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.common.topics.Topic;
import dev.dateline.common.topics.Topics;
import dev.dateline.common.wire.CloudEvents;
import dev.dateline.ingest.poll.schedule.StateLog;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes states in transactions which also commit an offset of each source's partition as a member of the group. The offset itself means
 * nothing, it is the end, so that nobody sees a lag; but the coordinator takes it from the current owner only (KIP-447), so an instance that was cut off or frozen, and whose
 * sources are polled by another by now, can't claim a poll or write over the new owner's state. For one thread.
 */
final class ClaimLog implements StateLog, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ClaimLog.class);
    private static final Duration WITHIN = Duration.ofSeconds(10);

    private final KafkaSettings kafka;
    private final Topic<SourceState> states;
    private final String sources;
    private final String transactionalId;
    private final Supplier<ConsumerGroupMetadata> member;
    private final SourceTopics view;
    private KafkaProducer<String, SourceState> producer;

    /** Claims of a member of the group that is assigned the topic of sources. */
    ClaimLog(
            KafkaSettings kafka,
            Topics topics,
            String instanceId,
            Supplier<ConsumerGroupMetadata> member,
            SourceTopics view) {
        this.kafka = kafka;
        this.states = topics.sourceStates();
        this.sources = topics.sources().name();
        // Of this run alone: who may write is the group's matter, not that of the transaction's name.
        this.transactionalId = kafka.topicPrefix() + "dateline-poller-" + instanceId + "-" + UUID.randomUUID();
        this.member = member;
        this.view = view;
    }

    @Override
    public boolean write(Map<String, SourceState> written) {
        try {
            open();
            producer.beginTransaction();
            Map<TopicPartition, OffsetAndMetadata> owned = new HashMap<>();
            written.forEach((id, state) -> {
                int partition = view.partitions().of(id);
                TopicPartition claimed = new TopicPartition(sources, partition);
                owned.put(claimed, new OffsetAndMetadata(view.position(claimed)));
                // A failure comes to light with the commit.
                var unused = producer.send(record(id, partition, state));
            });
            producer.sendOffsetsToTransaction(owned, member.get());
            producer.commitTransaction();
            return true;
        } catch (InterruptException e) {
            discard();
            return false;
        } catch (KafkaException | IllegalStateException e) {
            LOG.warn(
                    "states of {} sources were not written: moved to another instance, or Kafka is away",
                    written.size(),
                    e);
            discard();
            return false;
        }
    }

    private void open() {
        if (producer == null) {
            Map<String, Object> properties = kafka.client("ingest-poller");
            int within = (int) WITHIN.toMillis();
            properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
            properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, within);
            properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, within);
            properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, within);
            properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, within / 2);
            properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
            properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
            producer = new KafkaProducer<>(
                    properties, new StringSerializer(), states.serde().serializer());
            producer.initTransactions();
        }
    }

    private ProducerRecord<String, SourceState> record(String id, int partition, SourceState state) {
        ProducerRecord<String, SourceState> record = new ProducerRecord<>(states.name(), partition, id, state);
        Instant now = Instant.now();
        CloudEvents.write(record.headers(), id + "/" + now.toEpochMilli(), id, states.schema(), now);
        return record;
    }

    /** After a failure nothing is known of the transaction; the next producer of this name ends it first. */
    private void discard() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    @Override
    public void close() {
        discard();
    }
}
