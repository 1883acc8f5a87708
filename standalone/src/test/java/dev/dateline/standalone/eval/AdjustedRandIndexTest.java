package dev.dateline.standalone.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AdjustedRandIndexTest {
    private static final double EXACT = 1e-12;

    @Test
    void isOneForTheSameGroupsUnderOtherNumbers() {
        assertThat(AdjustedRandIndex.of(new int[] {1, 1, 2, 3}, new int[] {9, 9, -4, 0}))
                .isEqualTo(1.0);
    }

    /**
     * Together in both: 1 pair of 15. Expected groups hold 3 + 1 pairs, found ones 1 + 3: by chance 16/15, at most 4, so
     * (1 - 16/15) / (4 - 16/15) = -1/44.
     */
    @Test
    void isAboutZeroForChance() {
        assertThat(AdjustedRandIndex.of(new int[] {1, 1, 1, 2, 2, 3}, new int[] {1, 1, 2, 2, 3, 2}))
                .isCloseTo(-1.0 / 44, within(EXACT));
    }

    /** The example of scikit-learn's manual: 4/7. */
    @Test
    void agreesWithOthers() {
        assertThat(AdjustedRandIndex.of(new int[] {0, 0, 1, 2}, new int[] {0, 0, 1, 1}))
                .isCloseTo(4.0 / 7, within(EXACT));
    }

    @Test
    void isOneWhenNothingCanBeWrong() {
        assertThat(AdjustedRandIndex.of(new int[] {1, 2, 3}, new int[] {4, 5, 6}))
                .isEqualTo(1.0);
        assertThat(AdjustedRandIndex.of(new int[] {}, new int[] {})).isEqualTo(1.0);
    }
}
