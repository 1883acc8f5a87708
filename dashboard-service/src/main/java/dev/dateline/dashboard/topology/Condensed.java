package dev.dateline.dashboard.topology;

import dev.dateline.dashboard.topology.Description.Described;
import dev.dateline.dashboard.topology.Description.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** A description without the nodes that only pass records on: what led to one of these leads to what it leads to. */
final class Condensed {
    private Condensed() {}

    /**
     * Leaves out the plumbing.
     *
     * @param isStep whether a node's records are counted
     * @return sources, sinks, steps, and what has a store
     */
    static Description of(Description whole, Predicate<String> isStep) {
        Map<String, Described> kept = new LinkedHashMap<>();
        whole.nodes().values().stream()
                .filter(node -> stays(node, isStep))
                .forEach(node -> kept.put(node.name(), node.followedBy(List.copyOf(next(whole, node, isStep)))));
        return new Description(kept);
    }

    private static boolean stays(Described node, Predicate<String> isStep) {
        return node.kind() != Kind.PROCESSOR || !node.names().isEmpty() || isStep.test(node.name());
    }

    private static Set<String> next(Description whole, Described from, Predicate<String> isStep) {
        Set<String> found = new LinkedHashSet<>();
        Set<String> passed = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(from.successors());
        while (!open.isEmpty()) {
            String name = open.poll();
            Described node = whole.nodes().get(name);
            if (node != null && passed.add(name)) {
                if (stays(node, isStep)) {
                    found.add(name);
                } else {
                    open.addAll(node.successors());
                }
            }
        }
        return found;
    }
}
