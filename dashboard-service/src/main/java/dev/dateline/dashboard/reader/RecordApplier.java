package dev.dateline.dashboard.reader;

import dev.dateline.common.topics.Topic;
import dev.dateline.common.topics.Topics;
import dev.dateline.dashboard.view.DashboardView;
import dev.dateline.dashboard.view.Feed;
import dev.dateline.dashboard.view.RecordPosition;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decodes a record and hands it to all that is fed. A record that can't be read is counted and skipped: nothing may stop the page. */
final class RecordApplier {
    private static final Logger LOG = LoggerFactory.getLogger(RecordApplier.class);

    private final DashboardView view;
    private final List<Feed> feeds;
    private final Map<String, Application> byTopic = new HashMap<>();
    private final Set<String> reported = new HashSet<>();

    private interface Application {
        void apply(ConsumerRecord<String, byte[]> record);
    }

    private interface Feeding<V> {
        void feed(ConsumerRecord<String, byte[]> record, V value);
    }

    /**
     * An applier for these topics.
     *
     * @param view is fed, and counts what can't be read
     * @param others are fed after it
     */
    RecordApplier(Topics topics, DashboardView view, List<Feed> others) {
        this.view = view;
        this.feeds = Stream.concat(Stream.of(view), others.stream()).toList();
        on(topics.ledger(), (record, line) -> feeds.forEach(feed -> feed.ledger(record.key(), line)));
        on(topics.telemetry(), ifPresent((record, telemetry) -> feeds.forEach(feed -> feed.telemetry(telemetry))));
        on(topics.events(), ifPresent((record, event) -> feeds.forEach(feed -> feed.event(position(record), event))));
        on(
                topics.duplicates(),
                ifPresent((record, duplicate) -> feeds.forEach(feed -> feed.duplicate(position(record), duplicate))));
        on(
                topics.deadLetters(),
                ifPresent((record, letter) -> feeds.forEach(feed -> feed.deadLetter(position(record), letter))));
    }

    void startReplay() {
        feeds.forEach(Feed::startReplay);
    }

    void caughtUp() {
        feeds.forEach(Feed::caughtUp);
    }

    private <V> void on(Topic<V> topic, Feeding<V> feeding) {
        Deserializer<V> values = topic.serde().deserializer();
        byTopic.put(topic.name(), record -> feeding.feed(record, values.deserialize(record.topic(), record.value())));
    }

    /** Tombstones take nothing off the page but lines of the ledger. */
    private static <V> Feeding<V> ifPresent(Feeding<V> feeding) {
        return (record, value) -> {
            if (value != null) {
                feeding.feed(record, value);
            }
        };
    }

    /** Whether the record could be read. */
    boolean apply(ConsumerRecord<String, byte[]> record) {
        try {
            byTopic.get(record.topic()).apply(record);
            return true;
        } catch (RuntimeException e) {
            view.unreadable(record.topic());
            report(record, e);
            return false;
        }
    }

    /** The first of each topic; the page shows how many there are. Not the message: it may quote the record. */
    private void report(ConsumerRecord<String, byte[]> record, RuntimeException e) {
        if (reported.add(record.topic())) {
            LOG.warn(
                    "{}-{} offset {} can't be read and is skipped ({}); further ones of this topic are only counted",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.getClass().getName());
        }
    }

    private static RecordPosition position(ConsumerRecord<String, byte[]> record) {
        return new RecordPosition(
                record.topic(), record.partition(), record.offset(), Instant.ofEpochMilli(record.timestamp()));
    }
}
