package dev.dateline.enrich.stream;

import dev.dateline.common.wire.CloudEvents;
import java.time.Instant;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Writes the CloudEvents attributes of a record that is about to be published. A tombstone gets none. */
public final class HeaderProcessor<V> extends ContextualFixedKeyProcessor<String, V, V> {
    private final String schema;
    private final Function<V, String> id;
    private final Function<V, String> source;

    /**
     * Headers for one topic.
     *
     * @param schema the value's schema, for example {@code news-event}
     * @param id what makes the record unique at its source
     * @param source the source id it speaks of
     */
    public HeaderProcessor(String schema, Function<V, String> id, Function<V, String> source) {
        this.schema = schema;
        this.id = id;
        this.source = source;
    }

    @Override
    public void process(FixedKeyRecord<String, V> published) {
        V value = published.value();
        if (value != null) {
            CloudEvents.write(
                    published.headers(),
                    id.apply(value),
                    source.apply(value),
                    schema,
                    Instant.ofEpochMilli(published.timestamp()));
        }
        context().forward(published);
    }
}
