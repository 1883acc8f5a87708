package dev.dateline.dashboard.reader;

import dev.dateline.common.runtime.KafkaSettings;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.IsolationLevel;

/** How the dashboard's consumers read: committed records, without a group, failing soon when nobody answers. */
final class ConsumerProperties {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);

    /** Of one answer of the broker; a larger record still comes, alone. */
    private static final int FETCH_BYTES = 8 << 20;

    private ConsumerProperties() {}

    static Map<String, Object> of(KafkaSettings kafka, String client) {
        Map<String, Object> properties = kafka.client(client);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, IsolationLevel.READ_COMMITTED.toString());
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // An offset that is not there any more is ours to handle: the ledger must not be read with a gap.
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) ANSWER_WITHIN.toMillis());
        properties.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) ANSWER_WITHIN.toMillis());
        return properties;
    }
}
