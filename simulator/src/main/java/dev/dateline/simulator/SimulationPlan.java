package dev.dateline.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What to simulate. Shares are parts of all deliveries; what they leave over are originals.
 *
 * @param count the number of deliveries
 * @param start no article is published before it; whole milliseconds
 * @param span no article is published after {@code start + span}; at least 4 ms per delivery, since published times are distinct
 * @param malformedShare deliveries nothing can be made of
 * @param resendShare known articles sent again unchanged
 * @param revisionShare known articles sent again with another text
 * @param copyShare copies of another outlet's article
 * @param lateOriginalShare originals delivered after their first copy; at most {@code copyShare}
 */
public record SimulationPlan(
        long seed,
        int count,
        Instant start,
        Duration span,
        double malformedShare,
        double resendShare,
        double revisionShare,
        double copyShare,
        double lateOriginalShare) {
    static final int MIN_MILLIS_PER_DELIVERY = 4;
    private static final double LARGEST_SUM = 0.9;
    private static final Instant FIRST_START = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST_END = Instant.parse("2200-01-01T00:00:00Z");

    /** Throws {@link IllegalArgumentException} that names every field that is wrong. */
    public SimulationPlan {
        List<String> problems = new ArrayList<>();
        if (count < 1) {
            problems.add("count must be at least 1, not " + count);
        }
        checkTimes(count, start, span, problems);
        checkShare("malformedShare", malformedShare, problems);
        checkShare("resendShare", resendShare, problems);
        checkShare("revisionShare", revisionShare, problems);
        checkShare("copyShare", copyShare, problems);
        checkShare("lateOriginalShare", lateOriginalShare, problems);
        if (malformedShare + resendShare + revisionShare + copyShare > LARGEST_SUM) {
            problems.add(
                    "malformedShare, resendShare, revisionShare and copyShare together must leave a tenth for originals");
        }
        if (lateOriginalShare > copyShare) {
            problems.add("lateOriginalShare must not exceed copyShare: only a copied original can be late");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    /** A mixture close to what an aggregator of agencies and papers sees, with 5 % malformed. */
    public static SimulationPlan defaults(long seed, int count, Instant start, Duration span) {
        return new SimulationPlan(seed, count, start, span, 0.05, 0.05, 0.03, 0.25, 0.02);
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

    private static void checkShare(String name, double share, List<String> problems) {
        if (!(share >= 0 && share <= 1)) {
            problems.add(name + " must be between 0 and 1, not " + share);
        }
    }
}
