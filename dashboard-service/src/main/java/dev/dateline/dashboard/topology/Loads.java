package dev.dateline.dashboard.topology;

import dev.dateline.common.model.StreamsState;
import dev.dateline.dashboard.series.FleetMember;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;

/** What all instances together say of topics and stores. Application ids stand before the names of internal topics. */
final class Loads {
    private final Map<String, Long> lagRecords = new HashMap<>();
    private final Map<String, Long> lagMs = new HashMap<>();
    private final Map<String, Long> entries = new HashMap<>();
    private final Map<String, Long> bytes = new HashMap<>();
    private final Map<String, Long> restoring = new HashMap<>();

    static Loads of(List<FleetMember> fleet) {
        Loads loads = new Loads();
        fleet.stream()
                .filter(member -> member.state() == FleetMember.State.ALIVE)
                .map(FleetMember::streams)
                .filter(Objects::nonNull)
                .forEach(loads::add);
        return loads;
    }

    private void add(StreamsState streams) {
        for (StreamsState.Task task : orNone(streams.tasks())) {
            for (StreamsState.Partition partition : orNone(task.partitions())) {
                merge(lagRecords, partition.topic(), partition.lag(), Long::sum);
                merge(lagMs, partition.topic(), partition.lagMs(), Long::max);
            }
        }
        for (StreamsState.Store store : orNone(streams.stores())) {
            merge(entries, store.store(), store.entries(), Long::sum);
            merge(bytes, store.store(), store.bytes(), Long::sum);
        }
        for (StreamsState.Restoring store : orNone(streams.restoring())) {
            merge(restoring, store.store(), store.remaining(), Long::sum);
        }
    }

    private static <T> List<T> orNone(List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }

    private static void merge(Map<String, Long> into, String name, Long value, BinaryOperator<Long> how) {
        if (name != null && value != null) {
            into.merge(name, value, how);
        }
    }

    /** Records that wait on these topics; null when nobody says. */
    Long lagRecords(List<String> topics) {
        return over(lagRecords, topics, Long::sum);
    }

    /** How far the one furthest behind is behind, seconds; null when nobody says. */
    Double lagSeconds(List<String> topics) {
        Long most = over(lagMs, topics, Long::max);
        return most == null ? null : most / 1e3;
    }

    private static Long over(Map<String, Long> values, List<String> topics, BinaryOperator<Long> how) {
        return values.entrySet().stream()
                .filter(value -> topics.stream().anyMatch(topic -> isSame(value.getKey(), topic)))
                .map(Map.Entry::getValue)
                .reduce(how)
                .orElse(null);
    }

    private static boolean isSame(String onTheCluster, String described) {
        return onTheCluster.equals(described) || onTheCluster.endsWith("-" + described);
    }

    Long entries(String store) {
        return entries.get(store);
    }

    Long bytes(String store) {
        return bytes.get(store);
    }

    Long restoring(String store) {
        Long left = restoring.get(store);
        return left == null || left == 0 ? null : left;
    }
}
