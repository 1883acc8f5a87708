package dev.dateline.standalone.books;

import dev.dateline.common.model.RawArticle;
import dev.dateline.common.outcome.Outcome;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.common.topics.Topic;
import dev.dateline.common.topics.Topics;
import dev.dateline.common.wire.CloudEvents;
import dev.dateline.enrich.read.DecodeRecord;
import dev.dateline.standalone.topic.TopicReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads the topics from their beginnings into a {@link Recount}. */
public final class TopicRecount {
    private final KafkaSettings kafka;
    private final Topics topics;
    private final DecodeRecord decoder = new DecodeRecord();
    private final List<String> truncated = new ArrayList<>();

    public TopicRecount(KafkaSettings kafka) {
        this.kafka = kafka;
        this.topics = kafka.topics();
    }

    /** Counts everything that is on the topics now. */
    public Recount count() {
        truncated.clear();
        Recount recount = new Recount(topics.raw().name());
        read(topics.raw().name(), raw -> recount.raw(source(raw)));
        // Events before assignments: a withdrawal is seen as what it withdraws.
        read(topics.events(), recount::event);
        read(topics.duplicates(), recount::duplicate);
        read(topics.deadLetters(), recount::deadLetter);
        return recount;
    }

    /** Topics whose oldest records were gone in the last count: it can't say how many there were. */
    public List<String> truncated() {
        return List.copyOf(truncated);
    }

    private <T> void read(Topic<T> topic, Consumer<T> taker) {
        Deserializer<T> reading = topic.serde().deserializer();
        read(topic.name(), record -> {
            if (record.value() != null) {
                taker.accept(reading.deserialize(record.topic(), record.value()));
            }
        });
    }

    private void read(String topic, Consumer<ConsumerRecord<byte[], byte[]>> taker) {
        try (TopicReader reader = TopicReader.open(kafka, topic)) {
            if (reader.firstOffsets().values().stream().anyMatch(first -> first > 0)) {
                truncated.add(topic);
            }
            reader.readToEnd(taker);
        }
    }

    /** Whom a raw record counts for, by the rule of the ledger: who it says it is from, else who its header says, else nobody. */
    private String source(ConsumerRecord<byte[], byte[]> raw) {
        Outcome<RawArticle> decoded = decoder.decode(raw.value(), Instant.ofEpochMilli(raw.timestamp()));
        if (decoded instanceof Outcome.Done<RawArticle> done) {
            return done.value().sourceId();
        }
        String claimed = CloudEvents.source(raw.headers());
        return DecodeRecord.isSourceId(claimed) ? claimed : null;
    }
}
