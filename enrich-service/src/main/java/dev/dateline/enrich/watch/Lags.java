package dev.dateline.enrich.watch;

import dev.dateline.common.model.StreamsState.Partition;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How far behind each partition is, in records and in time.
 *
 * <p>What waits was received after the last record that was processed. In a topic where little happens that may be hours ago, though
 * what waits has just come; so it is not older either than the last look at which nothing waited.
 */
final class Lags {
    private record Key(String task, String topic) {}

    private final Map<Key, Long> noneAt = new HashMap<>();

    /** One look at all partitions that this instance reads, in their order. */
    List<Partition> at(long nowMs, List<PartitionView> read) {
        Set<Key> current = new HashSet<>();
        List<Partition> lags = read.stream()
                .map(partition -> {
                    Key key = new Key(partition.task(), partition.topic());
                    current.add(key);
                    return lag(key, partition, nowMs);
                })
                .toList();
        noneAt.keySet().retainAll(current);
        return lags;
    }

    private Partition lag(Key key, PartitionView view, long nowMs) {
        Long records = view.lag();
        if (records == null) {
            return new Partition(view.topic(), view.partition(), null, null);
        }
        if (records == 0) {
            noneAt.put(key, nowMs);
            return new Partition(view.topic(), view.partition(), 0L, 0L);
        }
        long noneSince = noneAt.getOrDefault(key, Long.MIN_VALUE);
        long last =
                view.processed() == null ? view.taskSinceMs() : view.processed().timestamp();
        return new Partition(view.topic(), view.partition(), records, Math.max(0, nowMs - Math.max(noneSince, last)));
    }

    /** Those furthest behind first, in time and then in records. */
    static Comparator<Partition> furthestFirst() {
        return Comparator.comparing(Partition::lagMs, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Partition::lag, Comparator.nullsFirst(Comparator.naturalOrder()))
                .reversed();
    }
}
