package dev.dateline.enrich.stream;

import dev.dateline.common.model.RawArticle;
import dev.dateline.common.wire.CloudEvents;
import dev.dateline.common.wire.Redrives;
import dev.dateline.enrich.read.Intake;
import dev.dateline.enrich.read.RawRecord;
import dev.dateline.enrich.step.ReadProgress;
import dev.dateline.enrich.step.Traced;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Takes a record's bytes in, notes where they came from, and keys the article by its id. */
public final class DecodeProcessor extends ContextualProcessor<byte[], byte[], String, Traced<RawArticle>> {
    public static final String NAME = "decode-record";

    private final Intake intake;
    private final ReadProgress progress;
    private ReadNotes notes;

    public DecodeProcessor(Intake intake, ReadProgress progress) {
        this.intake = intake;
        this.progress = progress;
    }

    @Override
    public void init(ProcessorContext<String, Traced<RawArticle>> context) {
        super.init(context);
        notes = new ReadNotes(progress, context);
    }

    @Override
    public void process(Record<byte[], byte[]> raw) {
        RecordMetadata metadata = context().recordMetadata().orElseThrow();
        Traced<RawArticle> decoded = intake.read(new RawRecord(
                metadata.topic(),
                metadata.partition(),
                metadata.offset(),
                raw.key(),
                raw.value(),
                CloudEvents.source(raw.headers()),
                raw.timestamp(),
                Redrives.count(raw.headers())));
        String key =
                decoded.failed() ? decoded.origin().key() : decoded.origin().articleId();
        context().forward(raw.withKey(key).withValue(decoded));
        notes.done(raw.timestamp());
    }
}
