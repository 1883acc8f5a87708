package dev.dateline.enrich.stream;

import dev.dateline.common.model.LedgerLine;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps the books of one partition, in the transaction of the records they count, and publishes the lines that changed once a second.
 * After a restart every line is published again, because the last change may have been kept but not published.
 */
public final class LedgerProcessor extends ContextualProcessor<String, LedgerEntry, String, LedgerLine> {
    public static final String NAME = "keep-the-ledger";
    private static final Duration PUBLISH_EVERY = Duration.ofSeconds(1);

    private final Set<String> changed = new HashSet<>();
    private KeyValueStore<String, LedgerLine> lines;

    @Override
    public void init(ProcessorContext<String, LedgerLine> context) {
        super.init(context);
        lines = context.getStateStore(StateStores.LEDGER);
        try (KeyValueIterator<String, LedgerLine> kept = lines.all()) {
            kept.forEachRemaining(line -> changed.add(line.key));
        }
        context.schedule(PUBLISH_EVERY, PunctuationType.WALL_CLOCK_TIME, this::publish);
    }

    @Override
    public void process(Record<String, LedgerEntry> booked) {
        LedgerEntry entry = booked.value();
        LedgerLine line = lines.get(entry.sourceId());
        lines.put(
                entry.sourceId(),
                entry.bookedOn(line, context().taskId().partition(), Instant.ofEpochMilli(booked.timestamp())));
        changed.add(entry.sourceId());
    }

    private void publish(long now) {
        for (String source : changed) {
            LedgerLine line = lines.get(source);
            context().forward(new Record<>(source + "|" + line.partition(), line, now));
        }
        changed.clear();
    }
}
