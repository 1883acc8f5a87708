package dev.dateline.dashboard.sources;

import dev.dateline.common.http.Problem;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.http.ProblemType;
import dev.dateline.common.model.Source;
import dev.dateline.common.model.SourceBuilder;
import dev.dateline.common.runtime.AckedWriter;
import dev.dateline.common.runtime.UnconfirmedException;
import dev.dateline.common.topics.Topic;
import dev.dateline.common.wire.CloudEvents;
import dev.dateline.dashboard.admin.Audit;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Pauses sources, resumes them and has them polled, by the same records on the topic of sources that ingest's own API writes: whoever
 * polls the source reads them there. Of two changes at the same time the later one holds, as between two instances of ingest.
 */
public final class SourceControl {
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final Topic<Source> topic;
    private final SourceTable table;
    private final AckedWriter writer;
    private final Audit audit;
    private final InstantSource clock;

    /** What can be done. */
    public enum Action {
        PAUSE,
        /** Also polls it, and wakes a source whose server said it was gone. */
        RESUME,
        POLL_NOW;

        private String code() {
            return "source-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public SourceControl(Topic<Source> topic, SourceTable table, AckedWriter writer, Audit audit, InstantSource clock) {
        this.topic = topic;
        this.table = table;
        this.writer = writer;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Does it; the change is on Kafka, and in the audit, when this returns.
     *
     * @throws ProblemException not-found, invalid-source for a poll of a paused source, or write-unconfirmed
     */
    public void change(String id, Action action, String actor) {
        Source source = table.source(id)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(ProblemType.NOT_FOUND, "no feed or sitemap of this id is declared")));
        if (action == Action.POLL_NOW && source.paused()) {
            throw new ProblemException(
                    Problem.of(ProblemType.INVALID_SOURCE, "it is paused; resume it, which also polls it"));
        }
        Instant now = clock.instant();
        try {
            write(changed(source, action, now), now);
            audit.write(actor, action.code(), id, "written to " + topic.name());
        } catch (UnconfirmedException e) {
            throw new ProblemException(
                    Problem.of(
                            ProblemType.WRITE_UNCONFIRMED,
                            "Kafka did not confirm this in time; look whether it was taken, or say it again"),
                    RETRY);
        }
    }

    private static Source changed(Source source, Action action, Instant now) {
        SourceBuilder change = SourceBuilder.builder(source).updatedAt(now);
        return switch (action) {
            case PAUSE -> change.paused(true).build();
            case RESUME -> change.paused(false).pollRequestedAt(now).build();
            case POLL_NOW -> change.pollRequestedAt(now).build();
        };
    }

    private void write(Source source, Instant now) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                topic.name(),
                source.id().getBytes(StandardCharsets.UTF_8),
                topic.serde().serializer().serialize(topic.name(), source));
        CloudEvents.write(record.headers(), source.id() + "/" + now.toEpochMilli(), source.id(), topic.schema(), now);
        writer.write(record);
        table.declared(source.id(), source);
    }
}
