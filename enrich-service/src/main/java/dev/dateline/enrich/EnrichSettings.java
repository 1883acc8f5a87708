package dev.dateline.enrich;

import dev.dateline.common.config.Settings;
import java.time.Duration;
import java.util.List;

/**
 * How the enrich service runs.
 *
 * @param stateDir where local state lives; it can be lost, Kafka has it too
 * @param threads stream threads of this instance
 * @param commitInterval how often a transaction ends: the latency of each of the two hops
 * @param groupProtocol {@code streams} (KIP-1071) or {@code classic}
 * @param standbyReplicas warm copies of state on other instances
 * @param identityRetention how long a resend or revision is recognised after an article's first delivery
 * @param copyWindow how long a copy is recognised after the first article of its group
 * @param rocksDbCache memory for all state stores together, bytes
 */
public record EnrichSettings(
        String stateDir,
        int threads,
        Duration commitInterval,
        String groupProtocol,
        int standbyReplicas,
        Duration identityRetention,
        Duration copyWindow,
        long rocksDbCache) {

    public static EnrichSettings from(Settings settings) {
        Settings enrich = settings.section("enrich");
        return new EnrichSettings(
                enrich.text("state-dir"),
                enrich.integer("threads", 1, 256),
                enrich.duration("commit-interval", Duration.ofMillis(10), Duration.ofMinutes(1)),
                enrich.choice("group-protocol", List.of("streams", "classic")),
                enrich.integer("standby-replicas", 0, 3),
                enrich.duration("identity-retention", Duration.ofHours(1), Duration.ofDays(366)),
                enrich.duration("copy-window", Duration.ofHours(1), Duration.ofDays(366)),
                enrich.bytes("rocksdb-cache", 8L << 20, 64L << 30));
    }
}
