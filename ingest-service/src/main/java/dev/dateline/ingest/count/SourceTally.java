package dev.dateline.ingest.count;

import dev.dateline.common.model.LedgerLine;
import dev.dateline.common.model.SourceCounts;
import dev.dateline.common.model.Telemetry;
import dev.dateline.ingest.read.ArticleRules;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was accepted and rejected of each source since the start. Any thread may count.
 *
 * <p>As producers name sources as they like, at most {@value #MOST} have a count of their own; those that come later are one together,
 * {@link LedgerLine#OTHER_SOURCES}, as in the ledger.
 */
public final class SourceTally {
    static final int MOST = 10_000;

    private static final Comparator<Tally> LONGEST_THEN_BUSIEST = Comparator.<Tally>comparingInt(tally -> tally.rounds)
            .thenComparing(tally -> tally.news)
            .reversed();

    private final InstantSource clock;
    private final Map<String, Tally> bySource = new HashMap<>();
    private final Set<Tally> changed = new HashSet<>();

    /** The counts of one source, and what of it has not been told yet. */
    private static final class Tally {
        private final String sourceId;
        private long accepted;
        private long rejected;
        private Instant lastAt;
        /** Articles since it was told the last time. */
        private long news;
        /** How often it was left out since then. */
        private int rounds;

        Tally(String sourceId) {
            this.sourceId = sourceId;
        }

        SourceCounts told() {
            news = 0;
            rounds = 0;
            return new SourceCounts(sourceId, accepted, rejected, lastAt);
        }
    }

    /**
     * The sources that changed.
     *
     * @param leftOut how many more did, which come with the next
     */
    public record Changes(List<SourceCounts> sources, int leftOut) {}

    public SourceTally(InstantSource clock) {
        this.clock = clock;
    }

    /** Kafka acknowledged an article. */
    public synchronized void accepted(String sourceId) {
        offered(sourceId).accepted++;
    }

    /**
     * An article was answered with a problem.
     *
     * @param sourceId as far as it is known; null, or anything that can't be one, counts as {@link LedgerLine#UNKNOWN_SOURCE}
     */
    public synchronized void rejected(String sourceId) {
        boolean known = sourceId != null && ArticleRules.isSourceId(sourceId);
        offered(known ? sourceId : LedgerLine.UNKNOWN_SOURCE).rejected++;
    }

    private Tally offered(String sourceId) {
        boolean room = bySource.containsKey(sourceId) || bySource.size() < MOST;
        Tally tally = bySource.computeIfAbsent(room ? sourceId : LedgerLine.OTHER_SOURCES, Tally::new);
        tally.lastAt = clock.instant();
        tally.news++;
        changed.add(tally);
        return tally;
    }

    /** At most {@link Telemetry#MAX_SOURCES} of those that changed since they were told: first those left out before, then the busiest. */
    public synchronized Changes takeChanges() {
        List<Tally> waiting = new ArrayList<>(changed);
        waiting.sort(LONGEST_THEN_BUSIEST);
        List<Tally> now = waiting.subList(0, Math.min(waiting.size(), Telemetry.MAX_SOURCES));
        now.forEach(changed::remove);
        changed.forEach(tally -> tally.rounds++);
        return new Changes(now.stream().map(Tally::told).toList(), changed.size());
    }
}
