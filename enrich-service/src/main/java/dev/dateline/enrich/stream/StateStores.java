package dev.dateline.enrich.stream;

import dev.dateline.common.model.LedgerLine;
import dev.dateline.common.wire.JsonSerde;
import dev.dateline.enrich.copies.Claim;
import dev.dateline.enrich.copies.Group;
import dev.dateline.enrich.identify.ArticleState;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The state of the topology. Its names are part of the changelogs' names: changing one loses the state. */
public final class StateStores {
    /** What the owner of an article id remembers. */
    public static final String ARTICLES = "articles-by-id";
    /** Articles that wait for their verdict. */
    public static final String PENDING = "pending-articles";
    /** Who is the original of the same words. */
    public static final String GROUPS = "groups-by-words";
    /** The other members of each group. */
    public static final String MEMBERS = "members-by-words";
    /** The books, a line per source. */
    public static final String LEDGER = "ledger-by-source";

    private StateStores() {}

    /**
     * All stores.
     *
     * @param identityRetention how long a resend or a revision is recognised
     * @param copyWindow how long after a group's first article a copy is recognised
     */
    public static List<StoreBuilder<?>> all(Duration identityRetention, Duration copyWindow) {
        return List.of(
                ExpiringStore.builder(ARTICLES, ArticleState.class, identityRetention),
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(PENDING), Serdes.String(), JsonSerde.of(Pending.class)),
                ExpiringStore.builder(GROUPS, Group.class, copyWindow),
                ExpiringStore.builder(MEMBERS, Claim.class, copyWindow),
                Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(LEDGER), Serdes.String(), JsonSerde.of(LedgerLine.class))
                        .withCachingEnabled());
    }
}
