package dev.dateline.enrich.stream;

import dev.dateline.enrich.near.BandIndex;
import dev.dateline.enrich.near.CopyRule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The innermost store, below Streams' own change logging: a map from article id to member for whoever writes or restores, a
 * {@link BandIndex} for whoever asks. What is put and what is restored goes the same way, so that a restored index is the one that was lost.
 */
final class IndexedMembers implements KeyValueStore<Bytes, byte[]> {
    private final String name;
    private final CopyRule rule;
    private final MemberSerde serde = new MemberSerde();
    private BandIndex index;
    private long streamTime = Long.MIN_VALUE;
    private volatile boolean open;

    IndexedMembers(String name, CopyRule rule) {
        this.name = name;
        this.rule = rule;
        this.index = new BandIndex(rule);
    }

    BandIndex index() {
        return index;
    }

    /** The largest timestamp seen, in epoch milliseconds; after a restore, the largest at which one of the members was put. */
    long streamTime() {
        return streamTime;
    }

    void advance(long timestamp) {
        streamTime = Math.max(streamTime, timestamp);
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        open = true;
        context.register(root, (key, value) -> put(Bytes.wrap(key), value));
    }

    @Override
    public void put(Bytes articleId, byte[] value) {
        if (value == null) {
            index.remove(new String(articleId.get(), StandardCharsets.UTF_8));
            return;
        }
        KeptMember kept = serde.deserializer().deserialize(name, value);
        advance(kept.keptSince());
        index.put(kept.member(), kept.keptSince());
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        entries.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public long approximateNumEntries() {
        return index.size();
    }

    /** A task that lost its way opens the same store again and restores it from nothing. */
    @Override
    public void close() {
        index = new BandIndex(rule);
        streamTime = Long.MIN_VALUE;
        open = false;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    /** Nothing to wait for: interactive queries do not reach an index. */
    @Override
    public Position getPosition() {
        return Position.emptyPosition();
    }

    @Override
    public byte[] get(Bytes articleId) {
        throw unreadable();
    }

    @Override
    public byte[] putIfAbsent(Bytes articleId, byte[] value) {
        throw unreadable();
    }

    @Override
    public byte[] delete(Bytes articleId) {
        throw unreadable();
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        throw unreadable();
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        throw unreadable();
    }

    private UnsupportedOperationException unreadable() {
        return new UnsupportedOperationException(name + " is asked for neighbours, not for the values of keys");
    }
}
