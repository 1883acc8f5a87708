package dev.dateline.enrich.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.model.StreamsState.Store;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ClientMetricsTest {
    private final Map<MetricName, Metric> metrics = new HashMap<>();

    private record Fixed(MetricName metricName, Object metricValue) implements Metric {}

    private void add(String group, String name, Object value, Map<String, String> tags) {
        MetricName full = new MetricName(name, group, "", tags);
        metrics.put(full, new Fixed(full, value));
    }

    private void lag(String client, String partition, double value) {
        add(
                "consumer-fetch-manager-metrics",
                "records-lag",
                value,
                Map.of("client-id", client, "topic", "news.raw.v1", "partition", partition));
    }

    @Test
    void theLagIsThatOfTheConsumersThatRead() {
        lag("enrich-StreamThread-1-consumer", "0", 7);
        lag("enrich-StreamThread-2-consumer", "1", Double.NaN);
        lag("enrich-StreamThread-1-restore-consumer", "2", 9);
        add("consumer-fetch-manager-metrics", "records-lag-max", 9.0, Map.of("client-id", "enrich"));

        assertThat(ClientMetrics.unfetched(metrics)).isEqualTo(Map.of(new TopicPartition("news.raw.v1", 0), 7L));
    }

    @Test
    void theSegmentsAndPartitionsOfAStoreAreAddedUp() {
        Map<String, String> first = Map.of("task-id", "0_0", "rocksdb-state-id", "pending-articles");
        Map<String, String> second = Map.of("task-id", "0_1", "rocksdb-state-id", "pending-articles");
        add("stream-state-metrics", "estimate-num-keys", 3L, first);
        add("stream-state-metrics", "estimate-num-keys", 4L, second);
        add("stream-state-metrics", "total-sst-files-size", 1000L, first);
        add("stream-state-metrics", "size-all-mem-tables", 24L, first);
        add("stream-state-metrics", "block-cache-usage", 5L, first);
        add("stream-state-metrics", "estimate-num-keys", 1L, Map.of("rocksdb-window-state-id", "articles-by-id"));

        assertThat(ClientMetrics.stores(metrics))
                .containsExactly(new Store("articles-by-id", 1L, null), new Store("pending-articles", 7L, 1024L));
    }
}
