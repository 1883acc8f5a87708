package dev.dateline.dashboard.articles;

import java.time.Duration;

/** How far back a histogram goes, and how finely. */
public enum TimeSpan {
    HOUR("1h", 60, Duration.ofMinutes(1)),
    DAY("24h", 96, Duration.ofMinutes(15)),
    WEEK("7d", 84, Duration.ofHours(2));

    private final String code;
    private final int bars;
    private final Duration bar;

    TimeSpan(String code, int bars, Duration bar) {
        this.code = code;
        this.bars = bars;
        this.bar = bar;
    }

    /** As requests name it. */
    public String code() {
        return code;
    }

    int bars() {
        return bars;
    }

    long barMs() {
        return bar.toMillis();
    }

    int barSeconds() {
        return (int) bar.toSeconds();
    }
}
