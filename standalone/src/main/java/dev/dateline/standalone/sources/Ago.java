package dev.dateline.standalone.sources;

import java.time.Duration;
import java.time.Instant;

/** Times as people say them: {@code 3m ago}, {@code in 2h}. */
final class Ago {
    private Ago() {}

    /** Of an ISO-8601 time; empty for none. */
    static String of(String time, Instant now) {
        if (time == null || time.isEmpty()) {
            return "-";
        }
        Duration since = Duration.between(Instant.parse(time), now);
        return since.isNegative() ? "in " + length(since.negated()) : length(since) + " ago";
    }

    /** In the largest unit that fits. */
    static String length(Duration time) {
        if (time.compareTo(Duration.ofMinutes(2)) < 0) {
            return time.toSeconds() + "s";
        }
        if (time.compareTo(Duration.ofHours(2)) < 0) {
            return time.toMinutes() + "m";
        }
        return time.compareTo(Duration.ofDays(2)) < 0 ? time.toHours() + "h" : time.toDays() + "d";
    }
}
