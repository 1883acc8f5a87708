package dev.dateline.standalone.eval;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Precision and recall over pairs of items that are at most some time apart. A pair is predicted when both are in one group.
 *
 * @param right pairs that are predicted and listed
 * @param predicted pairs that are predicted
 * @param listed pairs that should be
 */
record PairScores(long right, long predicted, long listed) {

    /** Two items, by their index. */
    record Pair(int a, int b) {}

    /**
     * Counts the pairs.
     *
     * @param times of the items
     * @param groups of the items: equal numbers are one group
     * @param listed each pair once
     */
    static PairScores of(List<Instant> times, int[] groups, List<Pair> listed, Duration apart) {
        List<Pair> near = within(times, listed, apart);
        return new PairScores(together(groups, near), predicted(times, groups, apart), near.size());
    }

    /** Those of the pairs that are no further apart. */
    static List<Pair> within(List<Instant> times, List<Pair> pairs, Duration apart) {
        return pairs.stream()
                .filter(pair -> within(times.get(pair.a()), times.get(pair.b()), apart))
                .toList();
    }

    /** How many of the pairs are predicted. */
    static long together(int[] groups, List<Pair> pairs) {
        return pairs.stream()
                .filter(pair -> groups[pair.a()] == groups[pair.b()])
                .count();
    }

    double precision() {
        return predicted == 0 ? 0 : (double) right / predicted;
    }

    double recall() {
        return listed == 0 ? 0 : (double) right / listed;
    }

    /** The harmonic mean of the two; 0 when both are. */
    double f1() {
        return predicted + listed == 0 ? 0 : 2.0 * right / (predicted + listed);
    }

    /** Without a pair as an object: a group of thousands would have millions. */
    private static long predicted(List<Instant> times, int[] groups, Duration apart) {
        Map<Integer, List<Instant>> members = new HashMap<>();
        for (int i = 0; i < groups.length; i++) {
            members.computeIfAbsent(groups[i], group -> new ArrayList<>()).add(times.get(i));
        }
        long pairs = 0;
        for (List<Instant> group : members.values()) {
            group.sort(null);
            int earliest = 0;
            for (int i = 0; i < group.size(); i++) {
                while (!within(group.get(earliest), group.get(i), apart)) {
                    earliest++;
                }
                pairs += i - earliest;
            }
        }
        return pairs;
    }

    private static boolean within(Instant a, Instant b, Duration apart) {
        return Duration.between(a, b).abs().compareTo(apart) <= 0;
    }
}
