package dev.dateline.dashboard.alerts;

/**
 * A source that is silent for longer than it usually is.
 *
 * @param sourceId as in the articles
 * @param silentSeconds since its last new article
 * @param rhythmSeconds between two new articles of it, usually; above zero
 */
public record SilentSource(String sourceId, double silentSeconds, double rhythmSeconds) {

    /** How many times its usual pause the present one is. */
    double times() {
        return silentSeconds / rhythmSeconds;
    }
}
