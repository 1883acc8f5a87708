package dev.dateline.enrich.watch;

import dev.dateline.common.model.StreamsState.Partition;
import dev.dateline.common.model.StreamsState.Store;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The last look as meters. {@code topic} and {@code store} are those of the topology, a handful; partitions are added up, or the one
 * furthest behind stands for all.
 */
final class LagMeters {
    private final MeterRegistry metrics;
    private final Map<String, Map<String, Double>> values = new HashMap<>();

    LagMeters(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void lags(List<Partition> partitions) {
        Map<String, Double> records = new HashMap<>();
        Map<String, Double> seconds = new HashMap<>();
        partitions.stream().filter(partition -> partition.lag() != null).forEach(partition -> {
            records.merge(partition.topic(), (double) partition.lag(), Double::sum);
            seconds.merge(partition.topic(), partition.lagMs() / 1000.0, Math::max);
        });
        set("dateline.enrich.lag.records", "Records not processed yet", "topic", records);
        set("dateline.enrich.lag.seconds", "How long the oldest of them may have waited", "topic", seconds);
    }

    void stores(List<Store> stores) {
        set("dateline.enrich.store.entries", "Keys, estimated", "store", by(stores, Store::entries));
        set("dateline.enrich.store.bytes", "Size on disk or in memory", "store", by(stores, Store::bytes));
    }

    private static Map<String, Double> by(List<Store> stores, Function<Store, Long> value) {
        Map<String, Double> known = new HashMap<>();
        stores.stream()
                .filter(store -> Objects.nonNull(value.apply(store)))
                .forEach(store -> known.put(store.store(), (double) value.apply(store)));
        return known;
    }

    /** One that is not known any more is NaN. */
    private void set(String name, String description, String tag, Map<String, Double> now) {
        Map<String, Double> shown = values.computeIfAbsent(name, key -> new ConcurrentHashMap<>());
        shown.keySet().forEach(known -> shown.put(known, now.getOrDefault(known, Double.NaN)));
        now.forEach((of, value) -> {
            if (shown.put(of, value) == null) {
                Gauge.builder(name, shown, all -> all.get(of))
                        .description(description)
                        .tag(tag, of)
                        .register(metrics);
            }
        });
    }
}
