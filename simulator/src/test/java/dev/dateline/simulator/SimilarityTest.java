package dev.dateline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Originals must not look like copies of each other, or the truth about copies would be wrong. */
class SimilarityTest {
    private static final int COUNT = 4_000;

    /** Well below any threshold at which a detector may call two articles copies (0.6 in the design). */
    private static final double HIGHEST = 0.45;

    private static final List<Truth> TRUTHS = new ArrayList<>();
    private static final List<Set<String>> SHINGLES = new ArrayList<>();
    private static final Map<String, List<Integer>> INDEX = new HashMap<>();

    @BeforeAll
    static void index() {
        for (Delivery delivery : new Newswire(Runs.plan(21, COUNT))) {
            if (delivery.truth().kind() == Kind.ORIGINAL) {
                Set<String> shingles = DeliveredBody.shingles(DeliveredBody.words(delivery));
                shingles.forEach(shingle ->
                        INDEX.computeIfAbsent(shingle, s -> new ArrayList<>()).add(TRUTHS.size()));
                TRUTHS.add(delivery.truth());
                SHINGLES.add(shingles);
            }
        }
    }

    @Test
    void originalsShareFewShingles() {
        long pairs = 0;
        long similar = 0;
        double highest = 0;
        for (int i = 0; i < SHINGLES.size(); i++) {
            for (Map.Entry<Integer, Integer> shared : sharedWithEarlier(i).entrySet()) {
                int j = shared.getKey();
                double smaller =
                        Math.min(SHINGLES.get(i).size(), SHINGLES.get(j).size());
                double containment = shared.getValue() / smaller;
                assertThat(containment)
                        .as("%s and %s", TRUTHS.get(i), TRUTHS.get(j))
                        .isLessThan(HIGHEST);
                similar += containment >= 0.3 ? 1 : 0;
                highest = Math.max(highest, containment);
            }
            pairs += i;
        }
        assertThat(similar / (double) pairs)
                .as("highest %s, %s of %s", highest, similar, pairs)
                .isLessThan(1e-5);
    }

    private static Map<Integer, Integer> sharedWithEarlier(int article) {
        Map<Integer, Integer> shared = new HashMap<>();
        for (String shingle : SHINGLES.get(article)) {
            for (int other : INDEX.get(shingle)) {
                if (other < article) {
                    shared.merge(other, 1, Integer::sum);
                }
            }
        }
        return shared;
    }
}
