package dev.dateline.dashboard.articles;

/** How far back a trend looks; it is compared with as long a time before. */
public enum TrendWindow {
    HOUR(60),
    DAY(24 * 60);

    private final int minutes;

    TrendWindow(int minutes) {
        this.minutes = minutes;
    }

    int minutes() {
        return minutes;
    }
}
