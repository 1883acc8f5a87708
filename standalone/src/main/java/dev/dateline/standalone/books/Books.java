package dev.dateline.standalone.books;

import dev.dateline.common.model.LedgerLine;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The books at one moment, summed over partitions.
 *
 * @param sources one line per source, by its id; the lines' partition has no meaning here
 * @param total the sum of all sources
 * @param unread records in the raw topic that are not booked yet
 */
public record Books(SortedMap<String, LedgerLine> sources, LedgerLine total, long unread) {
    private static final String ALL = "total";
    private static final int ALL_PARTITIONS = -1;

    /**
     * The books of published lines.
     *
     * @param lines the latest of each source and partition
     * @param rawEnds the offset behind the last record of each partition of the raw topic. Offsets count records as long as no
     *     producer of raw articles uses transactions (ingest's does not): their markers take offsets too
     */
    public static Books of(Collection<LedgerLine> lines, Map<Integer, Long> rawEnds) {
        SortedMap<String, LedgerLine> sources = new TreeMap<>();
        Map<Integer, Long> booked = new TreeMap<>();
        LedgerLine total = new LedgerLine(ALL, ALL_PARTITIONS, 0, 0, 0, 0, 0, null);
        for (LedgerLine line : lines) {
            sources.merge(line.sourceId(), line, LedgerLine::plus);
            booked.merge(line.partition(), line.raw(), Long::sum);
            total = total.plus(line);
        }
        long unread = rawEnds.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - booked.getOrDefault(end.getKey(), 0L)))
                .sum();
        return new Books(sources, total, unread);
    }

    /** Whether every raw record has found its end: nothing unread, nothing in flight, for no source. */
    public boolean balanced() {
        return unread == 0 && sources.values().stream().allMatch(line -> line.inFlight() == 0);
    }
}
