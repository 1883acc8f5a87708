package dev.dateline.common.topics;

import dev.dateline.common.wire.JsonSerde;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;

/**
 * One topic of the catalogue.
 *
 * @param name as it is on the cluster, prefix included
 * @param schema name of the value's JSON Schema, for example {@code news-event}
 * @param key what the key is, in words
 * @param partitions how many partitions it is created with
 * @param config the settings that matter to us, by Kafka's names; all others stay the cluster's
 * @param description what a consumer finds there
 */
public record Topic<V>(
        String name,
        String schema,
        String key,
        Class<V> valueType,
        int partitions,
        Map<String, String> config,
        String description) {

    public Serde<V> serde() {
        return JsonSerde.of(valueType);
    }
}
