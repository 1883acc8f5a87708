package dev.dateline.standalone.eval;

import java.util.HashMap;
import java.util.Map;

/** How alike two groupings of the same items are: 1 when equal, around 0 when no more than by chance (Hubert and Arabie 1985). */
final class AdjustedRandIndex {
    private AdjustedRandIndex() {}

    /** The index of two groupings; equal numbers are one group. */
    static double of(int[] expected, int[] found) {
        Map<Integer, Long> rows = new HashMap<>();
        Map<Integer, Long> columns = new HashMap<>();
        Map<Long, Long> cells = new HashMap<>();
        for (int i = 0; i < expected.length; i++) {
            rows.merge(expected[i], 1L, Long::sum);
            columns.merge(found[i], 1L, Long::sum);
            cells.merge(((long) expected[i] << Integer.SIZE) | (found[i] & 0xFFFF_FFFFL), 1L, Long::sum);
        }
        double together = pairs(cells);
        double inRows = pairs(rows);
        double inColumns = pairs(columns);
        double all = pairs(expected.length);
        double byChance = all == 0 ? 0 : inRows * inColumns / all;
        double most = (inRows + inColumns) / 2;
        // Both all apart or both all together: there is nothing to get wrong.
        return most == byChance ? 1 : (together - byChance) / (most - byChance);
    }

    private static double pairs(Map<?, Long> sizes) {
        return sizes.values().stream().mapToDouble(AdjustedRandIndex::pairs).sum();
    }

    private static double pairs(long size) {
        return size * (size - 1) / 2.0;
    }
}
