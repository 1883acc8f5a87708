package dev.dateline.dashboard.alerts;

/**
 * A source that is silent for longer than it usually is.
 *
 * @param sourceId as in the articles
 * @param silentSeconds since its last new article
 * @param longestPauseSeconds the longest pause between two of its articles on the day before; above zero
 */
public record SilentSource(String sourceId, double silentSeconds, double longestPauseSeconds) {

    /** How many times that pause the present one is. */
    double times() {
        return silentSeconds / longestPauseSeconds;
    }
}
