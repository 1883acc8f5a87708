package dev.dateline.dashboard.alerts;

import java.time.Duration;
import java.util.Locale;

/** What a rule's threshold is measured in. */
enum Threshold {
    TIME(0, Duration.ofDays(7).toSeconds(), "a time in whole seconds up to 7 days, such as 30 s"),
    TIMES(2, 1000, "how many times its longest pause of the day before, from 2 to 1000"),
    RECORDS(0, 1e12, "a number of records, such as 0"),
    SHARE(0, 1, "a share from 0 to 1, such as 0.1 for 10 %"),
    PER_SECOND(0, 1e6, "events per second, such as 0 or 0.5"),
    /** The condition has none: it holds or does not. */
    NONE(0, 0, "nothing: leave it out");

    private final double least;
    private final double most;
    private final String expected;

    Threshold(double least, double most, String expected) {
        this.least = least;
        this.most = most;
        this.expected = expected;
    }

    boolean allows(double value) {
        return value >= least && value <= most;
    }

    /** What may be written, in words. */
    String expected() {
        return expected;
    }

    /** A value for people. */
    String show(double value) {
        return switch (this) {
            case TIME -> Length.show(Duration.ofSeconds(Math.round(value)));
            case SHARE -> Decimals.show(value * 100, 1) + " %";
            case TIMES, PER_SECOND -> Decimals.show(value, 1);
            case RECORDS -> String.format(Locale.ROOT, "%,d", Math.round(value));
            case NONE -> "";
        };
    }
}
