package dev.dateline.enrich.watch;

import dev.dateline.common.model.StreamsState.Store;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;

/** Finds in the metrics of Kafka Streams what telemetry needs of them. */
final class ClientMetrics {
    private static final String FETCH = "consumer-fetch-manager-metrics";
    private static final String RECORDS_LAG = "records-lag";
    /** The consumer that reads changelogs is behind in its own way; what is restored is told apart. */
    private static final String RESTORING = "-restore-consumer";

    private static final String STORE = "stream-state-metrics";
    private static final String ENTRIES = "estimate-num-keys";
    private static final String BYTES = "total-sst-files-size";
    private static final String STORE_TAG = "-state-id";

    private ClientMetrics() {}

    /** Records behind the last one fetched, by partition; none for what was not fetched yet. */
    static Map<TopicPartition, Long> unfetched(Map<MetricName, ? extends Metric> metrics) {
        Map<TopicPartition, Long> lags = new HashMap<>();
        metrics.forEach((name, metric) -> {
            if (name.name().equals(RECORDS_LAG)
                    && name.group().equals(FETCH)
                    && !name.tags().getOrDefault("client-id", "").endsWith(RESTORING)) {
                number(metric)
                        .ifPresent(lag -> lags.put(
                                new TopicPartition(
                                        name.tags().get("topic"),
                                        Integer.parseInt(name.tags().get("partition"))),
                                lag));
            }
        });
        return lags;
    }

    /** What the stores on disk say of themselves, the partitions of each together. */
    static List<Store> stores(Map<MetricName, ? extends Metric> metrics) {
        Map<String, Long> entries = new TreeMap<>();
        Map<String, Long> bytes = new TreeMap<>();
        metrics.forEach((name, metric) -> {
            if (name.group().equals(STORE)) {
                Map<String, Long> sums =
                        name.name().equals(ENTRIES) ? entries : name.name().equals(BYTES) ? bytes : null;
                if (sums != null) {
                    store(name)
                            .ifPresent(store -> number(metric).ifPresent(value -> sums.merge(store, value, Long::sum)));
                }
            }
        });
        TreeSet<String> stores = new TreeSet<>(entries.keySet());
        stores.addAll(bytes.keySet());
        return stores.stream()
                .map(store -> new Store(store, entries.get(store), bytes.get(store)))
                .toList();
    }

    private static Optional<String> store(MetricName name) {
        return name.tags().entrySet().stream()
                .filter(tag -> tag.getKey().endsWith(STORE_TAG))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Optional<Long> number(Metric metric) {
        return metric.metricValue() instanceof Number number && !Double.isNaN(number.doubleValue())
                ? Optional.of(Math.max(0, number.longValue()))
                : Optional.empty();
    }
}
