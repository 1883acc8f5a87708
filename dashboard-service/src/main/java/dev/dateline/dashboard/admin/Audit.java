package dev.dateline.dashboard.admin;

import dev.dateline.common.model.AuditEntry;
import dev.dateline.common.runtime.AckedWriter;
import dev.dateline.common.topics.Topic;
import dev.dateline.common.wire.CloudEvents;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The record of what was done: written before an action is said to be done, and shown again, the last of it. */
public final class Audit {
    private static final int SHOWN = 500;
    /** The dashboard itself is no source; its entries carry this one in their headers. */
    private static final String SOURCE = "dashboard";

    private final Topic<AuditEntry> topic;
    private final AckedWriter writer;
    private final InstantSource clock;
    private final Deque<AuditEntry> last = new ArrayDeque<>();

    public Audit(Topic<AuditEntry> topic, AckedWriter writer, InstantSource clock) {
        this.topic = topic;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * Writes an entry; it is on Kafka when this returns.
     *
     * @throws dev.dateline.common.runtime.UnconfirmedException when it may not be
     */
    public void write(String actor, String action, String target, String outcome) {
        AuditEntry entry = new AuditEntry(clock.instant(), actor, action, target, outcome);
        ProducerRecord<byte[], byte[]> published = new ProducerRecord<>(
                topic.name(),
                null,
                entry.atMs(),
                target.getBytes(StandardCharsets.UTF_8),
                topic.serde().serializer().serialize(topic.name(), entry));
        CloudEvents.write(
                published.headers(), target + "/" + action + "/" + entry.atMs(), SOURCE, topic.schema(), entry.at());
        writer.write(published);
    }

    /** An entry as it was read from the topic, this dashboard's own ones, too. Marks of letters would push all else off the list. */
    public synchronized void take(AuditEntry entry) {
        if (AuditEntry.REDRIVE_LETTER.equals(entry.action())) {
            return;
        }
        last.addLast(entry);
        if (last.size() > SHOWN) {
            last.removeFirst();
        }
    }

    /** The last entries, newest first, without the marks of single letters. */
    public synchronized List<AuditEntry> newestFirst(int limit) {
        List<AuditEntry> all = new ArrayList<>(last);
        Collections.reverse(all);
        return all.stream().limit(limit).toList();
    }
}
