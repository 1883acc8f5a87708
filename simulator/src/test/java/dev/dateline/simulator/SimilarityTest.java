package dev.dateline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Articles of different groups must not look like copies of each other, or the truth about copies would be wrong. Of all shingles one in
 * {@value #SAMPLED} is indexed, and pairs of articles are compared exactly that have two of these in common and a quarter of those of the
 * shorter one: of pairs with a containment of 0.5 about one in a hundred is missed. {@code -Ddateline.similar=100000} looks at a longer
 * run and prints its figures.
 */
class SimilarityTest {
    private static final String LONG_RUN = "dateline.similar";
    private static final int COUNT = Integer.getInteger(LONG_RUN, 4_000);
    private static final int SAMPLED = 8;
    /** Well below any threshold at which a detector may call two articles copies (0.6 in the design). */
    private static final double HIGHEST = 0.5;

    private static final int IN_COMMON = 2;
    private static final double SHARE_IN_COMMON = 0.25;
    private static final int IN_TENTHS = 10;

    /** By article: sampled shingles in common with the one that is looked at. */
    private static final int[] SHARED = new int[COUNT];

    private static final List<Truth> TRUTHS = new ArrayList<>();
    private static final List<long[]> SHINGLES = new ArrayList<>();
    private static final Map<Long, List<Integer>> INDEX = new HashMap<>();

    @BeforeAll
    static void index() {
        Duration span = Duration.ofDays(7);
        SimulationPlan plan = new SimulationPlan(21, COUNT, Runs.START, span, Shares.DISTINCT_ARTICLES);
        for (Delivery delivery : new Newswire(plan)) {
            long[] shingles = shingles(DeliveredBody.words(delivery));
            for (long shingle : shingles) {
                if (sampled(shingle)) {
                    INDEX.computeIfAbsent(shingle, s -> new ArrayList<>(1)).add(TRUTHS.size());
                }
            }
            TRUTHS.add(delivery.truth());
            SHINGLES.add(shingles);
        }
    }

    private static long[] shingles(List<String> words) {
        long[] hashes = words.stream().mapToLong(SimilarityTest::hash).toArray();
        long[] shingles = new long[Math.max(0, hashes.length - 4)];
        for (int i = 0; i < shingles.length; i++) {
            for (int j = i; j < i + 5; j++) {
                shingles[i] = mix(shingles[i] + hashes[j]);
            }
        }
        return Arrays.stream(shingles).sorted().distinct().toArray();
    }

    private static long hash(String word) {
        long hash = 0;
        for (int i = 0; i < word.length(); i++) {
            hash = mix(hash + word.charAt(i));
        }
        return hash;
    }

    private static long mix(long bits) {
        long mixed = (bits + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        return (mixed ^ (mixed >>> 29)) * 0x94D049BB133111EBL;
    }

    @Test
    void onlyCopiesAreAlikeAndFormsThatComeAgain() {
        long[] tenths = new long[IN_TENTHS + 1];
        long[] tenthsOfForms = new long[IN_TENTHS + 1];
        double highest = 0;
        for (int i = 0; i < TRUTHS.size(); i++) {
            for (int j : earlierOnesWithSomethingInCommon(i)) {
                Truth one = TRUTHS.get(i);
                Truth other = TRUTHS.get(j);
                if (one.original().equals(other.original())) {
                    continue;
                }
                double containment = containment(SHINGLES.get(i), SHINGLES.get(j));
                if (one.series() != null && one.series().equals(other.series())) {
                    tenthsOfForms[(int) (containment * IN_TENTHS)]++;
                } else {
                    assertThat(containment).as("%s and %s", one, other).isLessThan(HIGHEST);
                    tenths[(int) (containment * IN_TENTHS)]++;
                    highest = Math.max(highest, containment);
                }
            }
        }
        String figures = "%s articles; no copies, by tenths of containment: %s, highest %.3f; of one series: %s"
                .formatted(TRUTHS.size(), Arrays.toString(tenths), highest, Arrays.toString(tenthsOfForms));
        if (Integer.getInteger(LONG_RUN) != null) {
            System.out.println(figures);
        }
        // Below three tenths most pairs are not even compared.
        double pairs = TRUTHS.size() * (TRUTHS.size() - 1.0) / 2;
        assertThat((tenths[3] + tenths[4]) / pairs).as(figures).isLessThan(2e-6);
    }

    private static List<Integer> earlierOnesWithSomethingInCommon(int article) {
        List<Integer> met = new ArrayList<>();
        for (long shingle : SHINGLES.get(article)) {
            for (int other : sampled(shingle) ? INDEX.get(shingle) : List.<Integer>of()) {
                if (other >= article) {
                    break;
                }
                if (SHARED[other]++ == 0) {
                    met.add(other);
                }
            }
        }
        List<Integer> candidates =
                met.stream().filter(other -> enoughInCommon(article, other)).toList();
        met.forEach(other -> SHARED[other] = 0);
        return candidates;
    }

    private static boolean enoughInCommon(int one, int other) {
        int shorter = Math.min(SHINGLES.get(one).length, SHINGLES.get(other).length);
        return SHARED[other] >= Math.max(IN_COMMON, SHARE_IN_COMMON * shorter / SAMPLED);
    }

    private static boolean sampled(long shingle) {
        return Long.remainderUnsigned(shingle, SAMPLED) == 0;
    }

    private static double containment(long[] one, long[] other) {
        int shared = 0;
        for (int i = 0, j = 0; i < one.length && j < other.length; ) {
            int order = Long.compare(one[i], other[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return (double) shared / Math.max(1, Math.min(one.length, other.length));
    }
}
