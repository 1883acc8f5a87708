package dev.dateline.common.runtime;

import dev.dateline.common.config.Settings;
import dev.dateline.common.topics.Topics;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;

/**
 * Which cluster, and which topics on it.
 *
 * @param topicPrefix put before topic names and group ids
 * @param partitions of the topics that carry articles
 */
public record KafkaSettings(String bootstrapServers, String topicPrefix, int partitions, short replicationFactor) {
    private static final int MAX_PARTITIONS = 1000;
    private static final int MAX_REPLICAS = 9;

    public static KafkaSettings from(Settings settings) {
        Settings kafka = settings.section("kafka");
        return new KafkaSettings(
                kafka.text("bootstrap-servers"),
                kafka.text("topic-prefix"),
                kafka.integer("partitions", 1, MAX_PARTITIONS),
                (short) kafka.integer("replication-factor", 1, MAX_REPLICAS));
    }

    public Topics topics() {
        return Topics.of(topicPrefix, partitions);
    }

    /** What every client needs; the caller adds its own. */
    public Map<String, Object> client(String clientId) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
        // Push of client metrics to the broker: we serve our own, and embedded brokers have no receiver.
        properties.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
        return properties;
    }

    public Admin admin(String clientId) {
        return Admin.create(client(clientId));
    }
}
