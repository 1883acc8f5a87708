package dev.dateline.ingest.poll.cluster;

import dev.dateline.common.http.Problem;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.http.ProblemType;
import dev.dateline.common.model.Source;
import dev.dateline.common.model.Subscription;
import dev.dateline.common.runtime.AckedWriter;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.common.runtime.UnconfirmedException;
import dev.dateline.common.topics.Topic;
import dev.dateline.common.topics.Topics;
import dev.dateline.common.wire.CloudEvents;
import dev.dateline.ingest.poll.source.SourceReading;
import dev.dateline.ingest.poll.source.SourceStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/** Writes what people and hubs say. Each write is acknowledged and read back before it returns, so that its writer sees it at once. */
public final class SourceWriter implements SourceStore, AutoCloseable {
    private static final Duration WITHIN = Duration.ofSeconds(5);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final Topics topics;
    private final SourceTopics view;
    private final AckedWriter writer;

    public SourceWriter(KafkaSettings kafka, Topics topics, SourceTopics view) {
        this.topics = topics;
        this.view = view;
        this.writer = new AckedWriter(kafka, "ingest-sources");
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
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic.name(), partition, id.getBytes(StandardCharsets.UTF_8), bytes);
        Instant now = Instant.now();
        CloudEvents.write(record.headers(), id + "/" + now.toEpochMilli(), id, topic.schema(), now);
        try {
            RecordMetadata written = writer.write(record);
            boolean visible = view.awaitRead(new TopicPartition(topic.name(), partition), written.offset() + 1, WITHIN);
            if (!visible) {
                throw unconfirmed();
            }
        } catch (UnconfirmedException e) {
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

    @Override
    public void close() {
        writer.close();
    }
}
