package dev.dateline.enrich.stream;

import dev.dateline.enrich.near.BandCounts;
import dev.dateline.enrich.near.BandIndex;
import dev.dateline.enrich.near.CopyRule;
import dev.dateline.enrich.near.Member;
import dev.dateline.enrich.near.Neighbours;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * One share of the bands as a state store: a {@link BandIndex} in memory, behind a compacted changelog with one record for each member.
 * A member is forgotten when {@code retention} of stream time has passed since it was put.
 */
public final class BandStore implements StateStore {
    /**
     * Most members that one call expires. It adds one, so the index shrinks to what it should be; after a silence it does so over many
     * calls instead of in a single slow one.
     */
    static final int MAX_EXPIRED_AT_ONCE = 16;

    private final IndexedMembers members;
    private final KeyValueStore<String, KeptMember> logged;
    private final long retentionMs;
    private long expired;
    private long late;
    private volatile Counts counts;

    /**
     * A store over an index.
     *
     * @param logged the way to write into the index that also writes the changelog
     */
    BandStore(IndexedMembers members, KeyValueStore<String, KeptMember> logged, Duration retention) {
        this.members = members;
        this.logged = logged;
        this.retentionMs = retention.toMillis();
        count();
    }

    /**
     * Builds the store of each task.
     *
     * @param retention how long a member is found after it was put; the rule's window and some grace for late arrivals
     */
    public static StoreBuilder<BandStore> builder(String name, CopyRule rule, Duration retention) {
        return new BandStoreBuilder(name, rule, retention);
    }

    /**
     * Whom a member is near to, before it takes the place of its earlier revision. One without any bands leaves the index.
     *
     * @param timestamp of the record that brings it, epoch milliseconds
     */
    public Neighbours put(Member member, long timestamp) {
        members.advance(timestamp);
        BandIndex index = members.index();
        Neighbours neighbours = index.near(member);
        if (member.sketch().bands().length > 0) {
            logged.put(member.articleId(), new KeptMember(member, members.streamTime()));
        } else if (index.contains(member.articleId())) {
            logged.put(member.articleId(), null);
        }
        Instant oldestKept = Instant.ofEpochMilli(members.streamTime() - retentionMs);
        late += member.place().publishedAt().isBefore(oldestKept) ? 1 : 0;
        expire(index);
        count();
        return neighbours;
    }

    private void expire(BandIndex index) {
        for (int i = 0; i < MAX_EXPIRED_AT_ONCE; i++) {
            String oldest = index.oldest(members.streamTime() - retentionMs);
            if (oldest == null) {
                return;
            }
            logged.put(oldest, null);
            expired++;
        }
    }

    /** Brings {@link #counts} up to date; only for the thread that owns the store. */
    void count() {
        counts = new Counts(members.index().counts(), expired, late);
    }

    /** As of the last {@link #put}; any thread may ask. */
    public Counts counts() {
        return counts;
    }

    /**
     * What the store is and has done.
     *
     * @param expired members that were forgotten, since the task opened the store
     * @param late members published longer before the stream time than members are kept, since then: copies of them may be forgotten
     */
    public record Counts(BandCounts index, long expired, long late) {}

    @Override
    public String name() {
        return logged.name();
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        logged.init(context, root);
    }

    @Override
    public void commit(Map<TopicPartition, Long> changelogOffsets) {
        logged.commit(changelogOffsets);
    }

    @Override
    public void close() {
        logged.close();
    }

    /** No: it is restored from its changelog. */
    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return logged.isOpen();
    }
}
