package dev.dateline.enrich.stream;

import dev.dateline.enrich.near.CopyRule;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Puts Streams' change logging round an index. */
final class BandStoreBuilder implements StoreBuilder<BandStore> {
    private final String name;
    private final CopyRule rule;
    private final Duration retention;
    /**
     * Compacted only. Deleting by age as well would go by the wall clock, and lose members of a replay, whose timestamps are old; the
     * tombstones of what expires bound the changelog instead.
     */
    private final Map<String, String> logConfig =
            new HashMap<>(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));

    private boolean logging = true;

    BandStoreBuilder(String name, CopyRule rule, Duration retention) {
        this.name = name;
        this.rule = rule;
        this.retention = retention;
    }

    @Override
    public BandStore build() {
        IndexedMembers members = new IndexedMembers(name, rule);
        StoreBuilder<KeyValueStore<String, KeptMember>> builder =
                Stores.keyValueStoreBuilder(supplier(members), Serdes.String(), new MemberSerde());
        return new BandStore(
                members,
                (logging ? builder.withLoggingEnabled(logConfig) : builder.withLoggingDisabled()).build(),
                retention);
    }

    private KeyValueBytesStoreSupplier supplier(IndexedMembers members) {
        return new KeyValueBytesStoreSupplier() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public KeyValueStore<Bytes, byte[]> get() {
                return members;
            }

            @Override
            public String metricsScope() {
                return "band-index";
            }
        };
    }

    /** Changes nothing: the index has to see each member at once, and is in memory already. */
    @Override
    public StoreBuilder<BandStore> withCachingEnabled() {
        return this;
    }

    @Override
    public StoreBuilder<BandStore> withCachingDisabled() {
        return this;
    }

    @Override
    public StoreBuilder<BandStore> withLoggingEnabled(Map<String, String> config) {
        logging = true;
        logConfig.putAll(config);
        return this;
    }

    @Override
    public StoreBuilder<BandStore> withLoggingDisabled() {
        logging = false;
        return this;
    }

    @Override
    public Map<String, String> logConfig() {
        return logging ? logConfig : Map.of();
    }

    @Override
    public boolean loggingEnabled() {
        return logging;
    }

    @Override
    public String name() {
        return name;
    }
}
