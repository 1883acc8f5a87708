package dev.dateline.dashboard.articles;

import java.util.List;

/**
 * What is named more than before. Only first versions of events count; one that is withdrawn later stays counted.
 *
 * @param rows the largest burst first, at most 100; only what was named at least twice
 * @param events in the window
 * @param eventsBefore in the window before
 * @param pointSeconds of one value of a series
 * @param exactUpTo different tags in a minute up to which counts are exact; beyond, each is too high by at most the minute's mentions
 *     divided by this
 */
public record TrendPage(List<Trend> rows, int events, int eventsBefore, int pointSeconds, int exactUpTo) {

    /**
     * A topic, an entity or a place.
     *
     * @param key as the list's filters take it
     * @param share of the window's events, 0 to 1
     * @param beforeShare of the window before; null when that had no events
     * @param burst standard deviations above the expectation; null when the window before had no events
     * @param series 60 counts, oldest first
     */
    @SuppressWarnings("ArrayRecordComponent") // written to JSON, never compared
    public record Trend(
            String key, String name, int count, double share, Double beforeShare, Double burst, int[] series) {}
}
