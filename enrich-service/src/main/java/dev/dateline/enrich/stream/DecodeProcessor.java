package dev.dateline.enrich.stream;

import dev.dateline.common.model.LedgerLine;
import dev.dateline.common.model.RawArticle;
import dev.dateline.common.outcome.Outcome;
import dev.dateline.common.wire.CloudEvents;
import dev.dateline.enrich.read.DecodeRecord;
import dev.dateline.enrich.step.Origin;
import dev.dateline.enrich.step.StepMeter;
import dev.dateline.enrich.step.Traced;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Takes a record's bytes in, notes where they came from, and keys the article by its id. */
public final class DecodeProcessor extends ContextualProcessor<byte[], byte[], String, Traced<RawArticle>> {
    public static final String NAME = "decode-record";

    private final Function<Traced<byte[]>, Traced<RawArticle>> decode;

    public DecodeProcessor(StepMeter steps, DecodeRecord decoder) {
        this.decode = steps.tracedStep(
                NAME, traced -> decoder.decode(traced.value(), traced.origin().timestamp()));
    }

    @Override
    public void process(Record<byte[], byte[]> raw) {
        RecordMetadata metadata = context().recordMetadata().orElseThrow();
        String claimedSource = CloudEvents.source(raw.headers());
        Origin origin = new Origin(
                metadata.topic(),
                metadata.partition(),
                metadata.offset(),
                Instant.ofEpochMilli(raw.timestamp()),
                raw.key() == null ? null : new String(raw.key(), StandardCharsets.UTF_8),
                raw.value(),
                DecodeRecord.isSourceId(claimedSource) ? claimedSource : LedgerLine.UNKNOWN_SOURCE,
                null,
                0);
        Traced<RawArticle> decoded = decode.apply(new Traced<>(origin, Outcome.done(raw.value()), NAME, Map.of()));
        if (!decoded.failed()) {
            decoded = decoded.with(
                    origin.of(decoded.value().sourceId(), decoded.value().articleId()), decoded.value());
        }
        String key = decoded.failed() ? origin.key() : decoded.origin().articleId();
        context().forward(raw.withKey(key).withValue(decoded));
    }
}
