package dev.dateline.standalone.books;

import dev.dateline.common.model.LedgerLine;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.common.topics.Topics;
import dev.dateline.standalone.topic.TopicReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** Follows {@code news.ledger.v1}. One line per source and partition is kept, as the topic itself does. */
public final class LedgerReader implements AutoCloseable {
    private final TopicReader ledger;
    private final TopicReader raw;
    private final Deserializer<LedgerLine> reading;
    private final Map<String, LedgerLine> lines = new HashMap<>();

    private LedgerReader(TopicReader ledger, TopicReader raw, Deserializer<LedgerLine> reading) {
        this.ledger = ledger;
        this.raw = raw;
        this.reading = reading;
    }

    /**
     * Opens the books of a cluster.
     *
     * @throws dev.dateline.standalone.topic.MissingTopicException when the topics are not there
     */
    public static LedgerReader open(KafkaSettings kafka) {
        Topics topics = kafka.topics();
        TopicReader ledger = TopicReader.open(kafka, topics.ledger().name());
        try {
            return new LedgerReader(
                    ledger,
                    TopicReader.open(kafka, topics.raw().name()),
                    topics.ledger().serde().deserializer());
        } catch (RuntimeException e) {
            ledger.close();
            throw e;
        }
    }

    /** The books as they are published now. */
    public Books read() {
        // The raw topic first: what arrives in between must not look unread.
        Map<Integer, Long> rawEnds = raw.endOffsets();
        ledger.readToEnd(this::note);
        return Books.of(lines.values(), rawEnds);
    }

    private void note(ConsumerRecord<byte[], byte[]> published) {
        String key = new String(published.key(), StandardCharsets.UTF_8);
        if (published.value() == null) {
            lines.remove(key);
        } else {
            lines.put(key, reading.deserialize(published.topic(), published.value()));
        }
    }

    @Override
    public void close() {
        ledger.close();
        raw.close();
    }
}
