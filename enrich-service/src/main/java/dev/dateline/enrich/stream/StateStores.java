package dev.dateline.enrich.stream;

import dev.dateline.common.model.LedgerLine;
import dev.dateline.common.wire.JsonSerde;
import dev.dateline.enrich.identify.ArticleState;
import dev.dateline.enrich.near.CopySettings;
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
    /** Who has to be told when an article changes. */
    public static final String FOLLOWERS = "followers-by-article";
    /** The articles of one share of the bands, and where they meet. */
    public static final String BANDS = "bands";
    /** The books, a line per source. */
    public static final String LEDGER = "ledger-by-source";

    private StateStores() {}

    /**
     * All stores.
     *
     * @param identityRetention how long a resend or a revision is recognised
     * @param copies how copies are found
     */
    public static List<StoreBuilder<?>> all(Duration identityRetention, CopySettings copies) {
        return List.of(
                ExpiringStore.builder(ARTICLES, ArticleState.class, identityRetention),
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(PENDING), Serdes.String(), JsonSerde.of(Pending.class)),
                ExpiringStore.builder(FOLLOWERS, Follower.class, copies.retention()),
                BandStore.builder(BANDS, copies.rule(), copies.retention()),
                Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(LEDGER), Serdes.String(), JsonSerde.of(LedgerLine.class))
                        .withCachingEnabled());
    }
}
