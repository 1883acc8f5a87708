package dev.dateline.dashboard.sources;

import dev.dateline.common.model.LedgerLine;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What the ledger and the events tell of one source. Not safe for several threads. */
final class SourceActivity {
    private static final int MAX_PARTITIONS = 1000;
    private static final int DELAYS = 64;

    private final Map<Integer, LedgerLine> lines = new HashMap<>();
    private final long[] delays = new long[DELAYS];
    private int delayed;
    private Instant lastAt;

    /** A line of the ledger. */
    void book(LedgerLine line) {
        if (line.partition() < 0 || line.partition() >= MAX_PARTITIONS) {
            throw new IllegalArgumentException("a ledger line needs a partition from 0 to " + (MAX_PARTITIONS - 1));
        }
        lines.put(line.partition(), line);
        if (line.updatedAt() != null && (lastAt == null || line.updatedAt().isAfter(lastAt))) {
            lastAt = line.updatedAt();
        }
    }

    /** An event came so long after its publication. */
    void delayed(Duration delay) {
        delays[delayed % DELAYS] = Math.max(0, delay.toSeconds());
        delayed++;
    }

    Instant lastAt() {
        return lastAt;
    }

    LedgerLine sum() {
        return lines.values().stream()
                .reduce(LedgerLine::plus)
                .orElseGet(() -> new LedgerLine(LedgerLine.UNKNOWN_SOURCE, 0, 0, 0, 0, 0, 0, null));
    }

    /** Median in seconds; null before there is one. */
    Long delay() {
        int known = Math.min(delayed, DELAYS);
        if (known == 0) {
            return null;
        }
        long[] sorted = Arrays.copyOf(delays, known);
        Arrays.sort(sorted);
        return sorted[known / 2];
    }
}
