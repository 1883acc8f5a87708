package dev.dateline.dashboard.view;

import dev.dateline.common.model.LedgerLine;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The ledger topic as a table: the latest line of each source and partition holds, and is summed by source and in total. */
final class LedgerView {
    private static final int MAX_SOURCE_ID = 256;
    private static final int MAX_PARTITIONS = 1000;
    private static final Comparator<LedgerRow> LARGEST_FIRST =
            Comparator.comparingLong(LedgerRow::raw).reversed().thenComparing(LedgerRow::sourceId);

    private final int maxSources;
    private final Map<String, SourceBooks> sources = new HashMap<>();
    private final Set<String> leftOut = new HashSet<>();

    LedgerView(int maxSources) {
        this.maxSources = maxSources;
    }

    /** Throws {@link IllegalArgumentException} when the line names no source and partition that can be true. */
    void put(LedgerLine line) {
        String id = line.sourceId();
        if (id == null || id.isEmpty() || id.length() > MAX_SOURCE_ID) {
            throw new IllegalArgumentException(
                    "a ledger line needs a source id of 1 to " + MAX_SOURCE_ID + " characters");
        }
        if (line.partition() < 0 || line.partition() >= MAX_PARTITIONS) {
            throw new IllegalArgumentException("a ledger line needs a partition from 0 to " + (MAX_PARTITIONS - 1));
        }
        SourceBooks books = sources.get(id);
        if (books == null) {
            if (sources.size() >= maxSources) {
                if (leftOut.size() < maxSources) {
                    leftOut.add(id);
                }
                return;
            }
            books = new SourceBooks();
            sources.put(id, books);
        }
        books.put(line);
    }

    /** A tombstone: the line is gone. */
    void remove(String key) {
        int bar = key.lastIndexOf('|');
        SourceBooks books = bar < 0 ? null : sources.get(key.substring(0, bar));
        if (books != null && books.remove(key.substring(bar + 1))) {
            sources.remove(key.substring(0, bar));
        }
    }

    Counts totals() {
        return sources.values().stream().map(books -> books.sum).reduce(Counts.NONE, Counts::plus);
    }

    /**
     * The largest sources whose id contains a text, whatever the case.
     *
     * @param query empty for all
     */
    LedgerPage page(String query, int limit) {
        String wanted = query.strip().toLowerCase(Locale.ROOT);
        List<LedgerRow> matching = sources.entrySet().stream()
                .filter(source -> source.getKey().toLowerCase(Locale.ROOT).contains(wanted))
                .map(source -> LedgerRow.of(source.getKey(), source.getValue().sum, source.getValue().updatedAt))
                .sorted(LARGEST_FIRST)
                .toList();
        int unbalanced = (int) sources.values().stream()
                .filter(books -> books.sum.inFlight() != 0)
                .count();
        return new LedgerPage(
                matching.stream().limit(limit).toList(), matching.size(), sources.size(), unbalanced, leftOut.size());
    }

    /** The lines of one source and their sum, which is kept because it is read far more often than it changes. */
    private static final class SourceBooks {
        private final Map<String, Counts> byPartition = new HashMap<>();
        private Counts sum = Counts.NONE;
        private Instant updatedAt;

        void put(LedgerLine line) {
            byPartition.put(Integer.toString(line.partition()), Counts.of(line));
            if (updatedAt == null
                    || (line.updatedAt() != null && line.updatedAt().isAfter(updatedAt))) {
                updatedAt = line.updatedAt();
            }
            add();
        }

        /** Whether nothing is left. */
        boolean remove(String partition) {
            byPartition.remove(partition);
            add();
            return byPartition.isEmpty();
        }

        private void add() {
            sum = byPartition.values().stream().reduce(Counts.NONE, Counts::plus);
        }
    }
}
