package dev.dateline.enrich.stream;

import dev.dateline.common.wire.JsonSerde;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;

/**
 * Values by key that are forgotten some time after they were last written: a window store read as a map, so that whole segments of
 * old entries are dropped instead of being searched for.
 */
final class ExpiringStore<V> {
    private final WindowStore<String, V> store;
    private final ProcessingContext context;
    private final long retentionMs;

    ExpiringStore(ProcessingContext context, String name, Duration retention) {
        this.context = context;
        this.store = context.getStateStore(name);
        this.retentionMs = retention.toMillis();
    }

    static <V> StoreBuilder<WindowStore<String, V>> builder(String name, Class<V> type, Duration retention) {
        return Stores.windowStoreBuilder(
                SegmentedStore.supplier(name, retention), Serdes.String(), JsonSerde.compact(type));
    }

    /** The value under a key with the time it was first written, or null. */
    Entry<V> get(String key, long timestamp) {
        long now = clamp(timestamp);
        try (WindowStoreIterator<V> newestFirst =
                store.backwardFetch(key, Math.max(0, now - retentionMs), now + retentionMs)) {
            if (!newestFirst.hasNext()) {
                return null;
            }
            KeyValue<Long, V> newest = newestFirst.next();
            return new Entry<>(newest.value, newest.key);
        }
    }

    /** Writes a new key. */
    void put(String key, V value, long timestamp) {
        store.put(key, value, clamp(timestamp));
    }

    /** Replaces a value in its place: it is still forgotten {@code retention} after it was first written. */
    void replace(String key, Entry<V> entry, V value) {
        store.put(key, value, entry.writtenAt());
    }

    /** All values whose key starts with a prefix. */
    List<V> withPrefix(String prefix, long timestamp) {
        long now = clamp(timestamp);
        List<V> values = new ArrayList<>();
        try (KeyValueIterator<Windowed<String>, V> entries =
                store.fetch(prefix, prefix + Character.MAX_VALUE, Math.max(0, now - retentionMs), now + retentionMs)) {
            entries.forEachRemaining(entry -> values.add(entry.value));
        }
        return values;
    }

    /** A value and when its key was first written, in epoch milliseconds. */
    record Entry<V>(V value, long writtenAt) {}

    /** A record from long ago (a replay, a wrong clock) is kept as if it came at the edge of the window, not dropped. */
    private long clamp(long timestamp) {
        return Math.max(timestamp, context.currentStreamTimeMs() - retentionMs / 2);
    }
}
