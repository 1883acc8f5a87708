package dev.dateline.enrich.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistinctHashesTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 511, 513, 1000, DistinctHashes.MOST_KEPT - 1})
    void countsExactly(int count) {
        DistinctHashes distinct = new DistinctHashes();
        distinct.add(new SplittableRandom(7).longs(count).toArray(), count);
        distinct.add(new SplittableRandom(7).longs(count).toArray(), count);

        assertThat(distinct.count()).isEqualTo(count);
        assertThat(distinct.isComplete()).isTrue();
        assertThat(Arrays.stream(distinct.hashes(), 0, distinct.size()).sorted())
                .containsExactlyElementsOf(
                        new SplittableRandom(7).longs(count).sorted().boxed().toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {40_000, 200_000, 1_000_000})
    void estimatesWhatIsTooMuchToKeep(int count) {
        DistinctHashes distinct = new DistinctHashes();
        distinct.add(new SplittableRandom(count).longs(count).toArray(), count);

        assertThat((double) distinct.count()).isCloseTo(count, within(0.03 * count));
        assertThat(distinct.size()).isLessThanOrEqualTo(DistinctHashes.MOST_KEPT);
    }

    @Test
    void countsZeroOnce() {
        DistinctHashes distinct = new DistinctHashes();
        distinct.add(new long[2], 2);

        assertThat(distinct.count()).isEqualTo(1);
    }
}
