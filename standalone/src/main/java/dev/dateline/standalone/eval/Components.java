package dev.dateline.standalone.eval;

import java.util.stream.IntStream;

/** Connected components of items joined by pairs (disjoint sets with path halving, Tarjan and van Leeuwen 1984). */
final class Components {
    private final int[] parents;

    Components(int items) {
        this.parents = IntStream.range(0, items).toArray();
    }

    void join(int a, int b) {
        parents[root(a)] = root(b);
    }

    /** A number per item; equal numbers are one component. */
    int[] groups() {
        return IntStream.range(0, parents.length).map(this::root).toArray();
    }

    private int root(int item) {
        int at = item;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }
}
