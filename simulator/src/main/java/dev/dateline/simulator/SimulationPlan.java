package dev.dateline.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What to simulate.
 *
 * @param count the number of deliveries
 * @param start no article is published before it; whole milliseconds
 * @param span no article is published after {@code start + span}; at least 4 ms per delivery, since published times are distinct
 */
public record SimulationPlan(long seed, int count, Instant start, Duration span, Shares shares) {
    static final int MIN_MILLIS_PER_DELIVERY = 4;
    private static final Instant FIRST_START = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST_END = Instant.parse("2200-01-01T00:00:00Z");

    /** Throws {@link IllegalArgumentException} that names every field that is wrong. */
    public SimulationPlan {
        List<String> problems = new ArrayList<>();
        if (count < 1) {
            problems.add("count must be at least 1, not " + count);
        }
        if (shares == null) {
            problems.add("shares must be given");
        }
        checkTimes(count, start, span, problems);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    /** With {@link Shares#DEFAULT}. */
    public static SimulationPlan defaults(long seed, int count, Instant start, Duration span) {
        return new SimulationPlan(seed, count, start, span, Shares.DEFAULT);
    }

    private static void checkTimes(int count, Instant start, Duration span, List<String> problems) {
        if (start == null || !start.equals(start.truncatedTo(ChronoUnit.MILLIS)) || start.isBefore(FIRST_START)) {
            problems.add("start must be a time since 1970 in whole milliseconds, not " + start);
        }
        if (span == null || span.compareTo(Duration.ofMillis((long) MIN_MILLIS_PER_DELIVERY * count)) < 0) {
            problems.add("span must be at least " + MIN_MILLIS_PER_DELIVERY + " ms per delivery, not " + span);
        } else if (start != null && span.compareTo(Duration.between(start, LAST_END)) > 0) {
            problems.add("span must end before the year 2200, not last " + span);
        }
    }
}
