package dev.dateline.ingest.poll.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The usual time between two new items of a source. Half of it is how often the source is polled: then an item waits for a quarter of
 * the usual gap on average, and about every second poll finds something.
 */
final class Rhythm {
    /** Publication times that count: what a source did months ago says little. */
    private static final int LATEST = 20;
    /** A silence this much longer than usual slows the polling down... */
    private static final int SILENT_GAPS = 2;
    /** ... a little with each poll: after a night it is back within a few polls. */
    private static final double SLOWER = 1.25;

    private Rhythm() {}

    /** How often a source with this gap is polled, unbounded. */
    static Duration interval(Duration gap) {
        return gap.dividedBy(2);
    }

    /**
     * The gap that a first document shows.
     *
     * @param published its items' times, in any order
     * @return null when they show none
     */
    static Duration ofDates(List<Instant> published, Instant now) {
        List<Instant> latest = published.stream()
                .filter(time -> !time.isAfter(now))
                .sorted(java.util.Comparator.reverseOrder())
                .limit(LATEST)
                .toList();
        if (latest.size() < 2) {
            return null;
        }
        Duration span = Duration.between(latest.get(latest.size() - 1), latest.get(0));
        Duration between = span.dividedBy(latest.size() - 1L);
        // Dead for a year after a busy week: then the silence is the rhythm.
        Duration silent = Duration.between(latest.get(0), now).dividedBy(SILENT_GAPS);
        return silent.compareTo(between) > 0 ? silent : between;
    }

    /**
     * The gap after one more poll. It falls fast and rises slowly, because a late item is worse than a needless poll.
     *
     * @param gap until now
     * @param newItems found by this poll
     * @param quiet since an item was last new
     */
    static Duration next(Duration gap, int newItems, Duration quiet) {
        if (newItems == 0) {
            boolean silent = quiet.compareTo(gap.multipliedBy(SILENT_GAPS)) > 0;
            return silent ? Duration.ofMillis((long) (gap.toMillis() * SLOWER)) : gap;
        }
        Duration seen = quiet.dividedBy(newItems);
        boolean faster = seen.compareTo(gap) < 0;
        return faster
                ? gap.plus(seen.multipliedBy(2)).dividedBy(3)
                : gap.multipliedBy(3).plus(seen).dividedBy(4);
    }
}
