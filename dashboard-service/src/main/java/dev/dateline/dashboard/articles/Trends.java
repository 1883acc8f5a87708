package dev.dateline.dashboard.articles;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the events name, counted by minute of receipt: two days, so that the last day has one to be compared with. */
final class Trends {
    private static final int MINUTES = 2 * 24 * 60;
    private static final int POINTS = 60;
    private static final int ROWS = 100;
    /** Fewer than this many mentions are chance, whatever the rest was. */
    private static final int LEAST = 2;

    private final Minute[] minutes = new Minute[MINUTES];

    private static final class Minute {
        private final long number;
        private final Map<TrendKind, TopCounts> byKind = new EnumMap<>(TrendKind.class);
        private int events;

        private Minute(long number) {
            this.number = number;
        }

        private TopCounts counts(TrendKind kind) {
            return byKind.computeIfAbsent(kind, any -> new TopCounts());
        }
    }

    private static final class Tally {
        private final int[] series = new int[POINTS];
        private int now;
        private int before;
    }

    /** Counts an event; one older than what is kept is left out. */
    void add(Row row) {
        long number = Math.floorDiv(row.position().atMs(), 60_000L);
        int slot = Math.floorMod(number, MINUTES);
        if (minutes[slot] != null && minutes[slot].number > number) {
            return;
        }
        if (minutes[slot] == null || minutes[slot].number < number) {
            minutes[slot] = new Minute(number);
        }
        Minute minute = minutes[slot];
        minute.events++;
        row.topics().forEach(tag -> minute.counts(TrendKind.TOPICS).add(tag));
        row.entities().forEach(tag -> minute.counts(TrendKind.ENTITIES).add(tag));
        if (row.place() != null) {
            minute.counts(TrendKind.PLACES).add(row.place().tag());
        }
    }

    /** The window that ends with the minute of {@code nowMs}, beside the one before it. */
    TrendPage page(TrendKind kind, TrendWindow window, long nowMs) {
        long last = Math.floorDiv(nowMs, 60_000L);
        int length = window.minutes();
        long first = last - length + 1;
        Map<Tag, Tally> tallies = new HashMap<>();
        int now = 0;
        int before = 0;
        for (long number = first - length; number <= last; number++) {
            Minute minute = minutes[Math.floorMod(number, MINUTES)];
            if (minute == null || minute.number != number) {
                continue;
            }
            boolean inWindow = number >= first;
            int point = inWindow ? (int) ((number - first) * POINTS / length) : 0;
            if (inWindow) {
                now += minute.events;
            } else {
                before += minute.events;
            }
            minute.counts(kind).forEach((tag, count) -> {
                Tally tally = tallies.computeIfAbsent(tag, any -> new Tally());
                if (inWindow) {
                    tally.now += count;
                    tally.series[point] += count;
                } else {
                    tally.before += count;
                }
            });
        }
        int total = now;
        int totalBefore = before;
        List<TrendPage.Trend> rows = tallies.entrySet().stream()
                .filter(entry -> entry.getValue().now >= LEAST)
                .map(entry -> row(entry.getKey(), entry.getValue(), total, totalBefore))
                .sorted(Comparator.comparing(TrendPage.Trend::burst, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparingInt(TrendPage.Trend::count)
                        .reversed()
                        .thenComparing(TrendPage.Trend::key))
                .limit(ROWS)
                .toList();
        return new TrendPage(rows, now, before, length * 60 / POINTS, TopCounts.CAPACITY);
    }

    private static TrendPage.Trend row(Tag tag, Tally tally, int now, int before) {
        Double beforeShare = before == 0 ? null : (double) tally.before / before;
        return new TrendPage.Trend(
                tag.key(),
                tag.name(),
                tally.now,
                (double) tally.now / now,
                beforeShare,
                before == 0 ? null : burst(tally.now, tally.before, now, before),
                tally.series);
    }

    /**
     * By how many standard deviations a count is above what the window before lets expect. One mention more in the window before is
     * assumed, so that what is new is not infinitely surprising; a count of rare things is taken to be Poisson's, whose variance is its mean.
     */
    static double burst(int count, int countBefore, int total, int totalBefore) {
        double expected = (countBefore + 1.0) * total / totalBefore;
        return (count - expected) / Math.sqrt(expected);
    }
}
