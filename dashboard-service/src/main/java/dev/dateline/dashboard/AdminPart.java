package dev.dateline.dashboard;

import dev.dateline.common.http.Endpoints;
import dev.dateline.common.model.AuditEntry;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.common.topics.Topic;
import dev.dateline.common.topics.Topics;
import dev.dateline.dashboard.admin.AdminGate;
import dev.dateline.dashboard.admin.Audit;
import dev.dateline.dashboard.deadletters.LetterIndex;
import dev.dateline.dashboard.deadletters.LetterReader;
import dev.dateline.dashboard.deadletters.Redriver;
import dev.dateline.dashboard.http.AdminEndpoints;
import dev.dateline.dashboard.kafka.AckedWriter;
import dev.dateline.dashboard.kafka.Followed;
import dev.dateline.dashboard.kafka.TopicFollower;
import dev.dateline.dashboard.sources.SourceControl;
import dev.dateline.dashboard.sources.SourceTable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** Dead letters, sources, keys and the audit: what is wired for them, beside the page's own reading. */
final class AdminPart implements AutoCloseable {
    /** Of each partition: what lies further back is old, and large. */
    private static final long LETTERS_BACK = 10_000;

    private static final long MARKS_BACK = 200_000;

    private final AckedWriter writer;
    private final TopicFollower keys;
    private final TopicFollower letters;
    private final TopicFollower sources;
    private final Redriver redriver;
    private final Endpoints endpoints;

    AdminPart(KafkaSettings kafka, InstantSource clock) {
        Topics topics = kafka.topics();
        this.writer = new AckedWriter(kafka);
        Audit audit = new Audit(topics.audit(), writer, clock);
        AdminGate gate = new AdminGate(topics.accessKeys(), this::keysAreRead);
        LetterIndex index = new LetterIndex(topics.deadLetters().name());
        SourceTable table = new SourceTable(clock, this::sourcesAreRead);
        this.keys = new TopicFollower(
                kafka,
                "dashboard-keys",
                List.of(new Followed(topics.accessKeys().name(), Followed.WHOLE, gate::take)));
        this.letters = new TopicFollower(
                kafka,
                "dashboard-letters",
                List.of(
                        following(topics.deadLetters(), LETTERS_BACK, (record, letter) -> {
                            if (letter != null) {
                                index.take(
                                        record.partition(),
                                        record.offset(),
                                        Instant.ofEpochMilli(record.timestamp()),
                                        letter);
                            }
                        }),
                        following(topics.audit(), MARKS_BACK, (record, entry) -> audited(audit, index, entry))));
        this.sources = new TopicFollower(
                kafka,
                "dashboard-sources",
                List.of(
                        following(
                                topics.sources(),
                                Followed.WHOLE,
                                (record, source) -> table.declared(record.key(), source)),
                        following(
                                topics.sourceStates(),
                                Followed.WHOLE,
                                (record, state) -> table.polled(record.key(), state)),
                        following(topics.ledger(), Followed.WHOLE, (record, line) -> table.booked(line)),
                        following(topics.events(), 0, (record, event) -> table.published(event))));
        this.redriver = new Redriver(kafka, index, audit, writer, letters::isComplete, clock);
        this.endpoints = new AdminEndpoints(
                gate,
                audit,
                index,
                new LetterReader(kafka, index),
                redriver,
                table,
                new SourceControl(topics.sources(), table, writer, audit, clock),
                letters::isComplete);
    }

    private boolean keysAreRead() {
        return keys.isComplete();
    }

    private boolean sourcesAreRead() {
        return sources.isComplete();
    }

    private static void audited(Audit audit, LetterIndex index, AuditEntry entry) {
        if (entry != null) {
            audit.take(entry);
            index.take(entry);
        }
    }

    private static <V> Followed following(
            Topic<V> topic, long backlog, BiConsumer<ConsumerRecord<String, byte[]>, V> taker) {
        Deserializer<V> values = topic.serde().deserializer();
        return new Followed(
                topic.name(),
                backlog,
                record -> taker.accept(record, values.deserialize(record.topic(), record.value())));
    }

    Endpoints endpoints() {
        return endpoints;
    }

    void start() {
        keys.start();
        letters.start();
        sources.start();
    }

    @Override
    public void close() {
        redriver.close();
        keys.close();
        letters.close();
        sources.close();
        writer.close();
    }
}
