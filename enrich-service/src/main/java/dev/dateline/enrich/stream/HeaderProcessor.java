package dev.dateline.enrich.stream;

import dev.dateline.common.telemetry.StepCounter;
import dev.dateline.common.wire.CloudEvents;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Writes the CloudEvents attributes of a record that is about to be published. A tombstone gets none. */
public final class HeaderProcessor<V> extends ContextualFixedKeyProcessor<String, V, V> {
    private final String schema;
    private final Function<V, String> id;
    private final Function<V, String> source;
    private final StepCounter counter;
    private final BiConsumer<? super V, Instant> published;

    /**
     * Headers for one topic.
     *
     * @param schema the value's schema, for example {@code news-event}
     * @param id what makes the record unique at its source
     * @param source the source id it speaks of
     * @param counter of the records published
     * @param published learns of each one that is no tombstone, and when
     */
    public HeaderProcessor(
            String schema,
            Function<V, String> id,
            Function<V, String> source,
            StepCounter counter,
            BiConsumer<? super V, Instant> published) {
        this.schema = schema;
        this.id = id;
        this.source = source;
        this.counter = counter;
        this.published = published;
    }

    @Override
    public void process(FixedKeyRecord<String, V> record) {
        V value = record.value();
        if (value != null) {
            CloudEvents.write(
                    record.headers(),
                    id.apply(value),
                    source.apply(value),
                    schema,
                    Instant.ofEpochMilli(record.timestamp()));
            published.accept(value, Instant.ofEpochMilli(context().currentSystemTimeMs()));
        }
        counter.given(1);
        counter.made(1);
        context().forward(record);
    }
}
