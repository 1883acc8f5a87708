package dev.dateline.enrich.stream;

import dev.dateline.common.model.LedgerLine;
import dev.dateline.common.telemetry.StepCounter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
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
    /** Sources with a line of their own; producers name sources as they like. */
    private static final int MAX_SOURCES = 10_000;

    private final Set<String> changed = new HashSet<>();
    /** The store's lines, so that a booking need not read and parse one. */
    private final Map<String, LedgerLine> lines = new HashMap<>();

    private final StepCounter counter;
    private KeyValueStore<String, LedgerLine> store;

    /**
     * Books of nothing yet.
     *
     * @param counter of the bookings
     */
    public LedgerProcessor(StepCounter counter) {
        this.counter = counter;
    }

    @Override
    public void init(ProcessorContext<String, LedgerLine> context) {
        super.init(context);
        store = context.getStateStore(StateStores.LEDGER);
        lines.clear(); // a task that is revived after an aborted transaction initialises this same processor again
        try (KeyValueIterator<String, LedgerLine> kept = store.all()) {
            kept.forEachRemaining(line -> lines.put(line.key, line.value));
        }
        changed.addAll(lines.keySet());
        context.schedule(PUBLISH_EVERY, PunctuationType.WALL_CLOCK_TIME, this::publish);
    }

    @Override
    public void process(Record<String, LedgerEntry> booked) {
        counter.measure(() -> book(booked));
        counter.made(1);
    }

    /** Returns the line as it is now. */
    private LedgerLine book(Record<String, LedgerEntry> booked) {
        LedgerEntry entry = booked.value().under(account(booked.value().sourceId()));
        LedgerLine line = entry.bookedOn(
                lines.get(entry.sourceId()), context().taskId().partition(), Instant.ofEpochMilli(booked.timestamp()));
        lines.put(entry.sourceId(), line);
        store.put(entry.sourceId(), line);
        changed.add(entry.sourceId());
        return line;
    }

    /** Lines are never removed, so a source is booked under the same account from its first record on. */
    private String account(String sourceId) {
        return lines.containsKey(sourceId) || lines.size() < MAX_SOURCES ? sourceId : LedgerLine.OTHER_SOURCES;
    }

    private void publish(long now) {
        for (String source : changed) {
            LedgerLine line = lines.get(source);
            context().forward(new Record<>(source + "|" + line.partition(), line, now));
        }
        changed.clear();
    }
}
