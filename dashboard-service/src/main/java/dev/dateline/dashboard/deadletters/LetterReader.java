package dev.dateline.dashboard.deadletters;

import dev.dateline.common.http.Problem;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.http.ProblemType;
import dev.dateline.common.model.DeadLetter;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.common.topics.Topic;
import dev.dateline.dashboard.kafka.RecordReader;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;

/** Reads one dead letter from its topic when somebody asks for it; a few at a time. */
public final class LetterReader {
    private static final int AT_A_TIME = 2;
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final KafkaSettings kafka;
    private final Topic<DeadLetter> topic;
    private final LetterIndex index;
    private final Semaphore turns = new Semaphore(AT_A_TIME);

    public LetterReader(KafkaSettings kafka, LetterIndex index) {
        this.kafka = kafka;
        this.topic = kafka.topics().deadLetters();
        this.index = index;
    }

    /**
     * The letter; empty when there is none.
     *
     * @throws ProblemException busy while others read, kafka-unavailable when it does not answer
     */
    public Optional<LetterDetail> read(int partition, long offset) {
        if (!turns.tryAcquire()) {
            throw new ProblemException(Problem.of(ProblemType.BUSY, "others read dead letters just now"), RETRY);
        }
        try (RecordReader reader = new RecordReader(kafka, "dashboard-letters")) {
            return reader.read(topic.name(), partition, offset)
                    .filter(record -> record.value() != null)
                    .map(this::detail);
        } catch (SerializationException e) {
            throw new ProblemException(
                    Problem.of(ProblemType.NOT_FOUND, "what lies there is no dead letter that can be read"));
        } catch (KafkaException e) {
            throw new ProblemException(
                    Problem.of(ProblemType.KAFKA_UNAVAILABLE, "Kafka did not give the letter in time"), RETRY);
        } finally {
            turns.release();
        }
    }

    private LetterDetail detail(ConsumerRecord<byte[], byte[]> record) {
        DeadLetter letter = topic.serde().deserializer().deserialize(topic.name(), record.value());
        return LetterDetail.of(
                record,
                letter,
                index.redrivenTo(record.partition(), record.offset()).orElse(null));
    }
}
