package dev.dateline.enrich.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowBytesStoreSupplier;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;

/**
 * Kafka's window store on disk, which can say that it is empty.
 *
 * <p>Kafka 4.3 keeps the offset of the changelog up to which a store has been written inside the store (KIP-1035), here in its
 * segments. Without a record there is no segment and so no offset, which Streams takes for a crash: it throws away the state of the whole
 * task and reads all of it again from the changelogs. That met every start after a quiet time, and the first evening's first restart.
 */
final class SegmentedStore implements WindowStore<Bytes, byte[]> {
    /** What Streams takes for "nothing has been written yet": the changelog is read from its beginning. */
    private static final long NOTHING_WRITTEN = -4;

    private final WindowStore<Bytes, byte[]> store;
    private Path folder;

    private SegmentedStore(WindowStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /**
     * A supplier for {@link Stores#windowStoreBuilder}.
     *
     * @param retention how long a record is kept, and as long is a window
     */
    static WindowBytesStoreSupplier supplier(String name, Duration retention) {
        return new Supplier(Stores.persistentWindowStore(name, retention, retention, false));
    }

    private record Supplier(WindowBytesStoreSupplier kafka) implements WindowBytesStoreSupplier {
        @Override
        public WindowStore<Bytes, byte[]> get() {
            return new SegmentedStore(kafka.get());
        }

        @Override
        public String name() {
            return kafka.name();
        }

        @Override
        public String metricsScope() {
            return kafka.metricsScope();
        }

        @Override
        public long segmentIntervalMs() {
            return kafka.segmentIntervalMs();
        }

        @Override
        public long windowSize() {
            return kafka.windowSize();
        }

        @Override
        public boolean retainDuplicates() {
            return kafka.retainDuplicates();
        }

        @Override
        public long retentionPeriod() {
            return kafka.retentionPeriod();
        }
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        folder = context.stateDir().toPath().resolve(name());
        store.init(context, root);
    }

    @Override
    public Long committedOffset(TopicPartition changelog) {
        Long offset = store.committedOffset(changelog);
        return offset == null && hasNoSegment() ? Long.valueOf(NOTHING_WRITTEN) : offset;
    }

    private boolean hasNoSegment() {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> segments = Files.list(folder)) {
            return segments.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException("the state can't be read: " + folder, e);
        }
    }

    // Deprecated because all stores will do so one day.
    @SuppressWarnings("deprecation")
    @Override
    public boolean managesOffsets() {
        return store.managesOffsets();
    }

    @Override
    public void commit(Map<TopicPartition, Long> changelogOffsets) {
        store.commit(changelogOffsets);
    }

    @Override
    public String name() {
        return store.name();
    }

    @Override
    public boolean persistent() {
        return store.persistent();
    }

    @Override
    public boolean isOpen() {
        return store.isOpen();
    }

    @Override
    public void close() {
        store.close();
    }

    @Override
    public Position getPosition() {
        return store.getPosition();
    }

    @Override
    public void put(Bytes key, byte[] value, long windowStart) {
        store.put(key, value, windowStart);
    }

    @Override
    public byte[] fetch(Bytes key, long time) {
        return store.fetch(key, time);
    }

    @Override
    public WindowStoreIterator<byte[]> fetch(Bytes key, long from, long to) {
        return store.fetch(key, from, to);
    }

    @Override
    public WindowStoreIterator<byte[]> backwardFetch(Bytes key, long from, long to) {
        return store.backwardFetch(key, from, to);
    }

    @Override
    public KeyValueIterator<Windowed<Bytes>, byte[]> fetch(Bytes keyFrom, Bytes keyTo, long from, long to) {
        return store.fetch(keyFrom, keyTo, from, to);
    }

    @Override
    public KeyValueIterator<Windowed<Bytes>, byte[]> fetchAll(long from, long to) {
        return store.fetchAll(from, to);
    }

    @Override
    public KeyValueIterator<Windowed<Bytes>, byte[]> all() {
        return store.all();
    }
}
