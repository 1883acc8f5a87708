package dev.dateline.standalone.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dateline.standalone.eval.PairScores.Pair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairScoresTest {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** Groups {0,1,2} and {3,4} make 4 pairs; 3 of the 4 listed ones are among them. */
    @Test
    void countsPairsInOneGroup() {
        List<Pair> listed = List.of(new Pair(0, 1), new Pair(1, 2), new Pair(3, 4), new Pair(4, 5));

        PairScores scores = PairScores.of(days(0, 0, 0, 0, 0, 0), groups(1, 1, 1, 2, 2, 3), listed, WEEK);

        assertThat(scores).isEqualTo(new PairScores(3, 4, 4));
        assertThat(scores.precision()).isEqualTo(0.75);
        assertThat(scores.recall()).isEqualTo(0.75);
        assertThat(scores.f1()).isEqualTo(0.75);
    }

    @Test
    void weighsPrecisionAndRecallHarmonically() {
        List<Pair> listed = List.of(new Pair(0, 1), new Pair(2, 3), new Pair(4, 5), new Pair(6, 7));

        PairScores scores = PairScores.of(days(0, 0, 0, 0, 0, 0, 0, 0), groups(1, 1, 2, 3, 4, 5, 6, 7), listed, WEEK);

        assertThat(scores.precision()).isEqualTo(1.0);
        assertThat(scores.recall()).isEqualTo(0.25);
        assertThat(scores.f1()).isCloseTo(0.4, within(1e-12));
    }

    /** Days 0, 5 and 10 in one group: the outer two are no pair, 7 days apart still are. */
    @Test
    void leavesOutWhatIsTooFarApart() {
        List<Pair> listed = List.of(new Pair(0, 1), new Pair(0, 2));

        assertThat(PairScores.of(days(0, 5, 10), groups(1, 1, 1), listed, WEEK)).isEqualTo(new PairScores(1, 2, 1));
        assertThat(PairScores.of(days(7, 0), groups(1, 1), List.of(new Pair(0, 1)), WEEK))
                .isEqualTo(new PairScores(1, 1, 1));
    }

    @Test
    void isZeroWhereThereIsNothing() {
        PairScores none = PairScores.of(days(0, 0), groups(1, 2), List.of(), WEEK);

        assertThat(List.of(none.precision(), none.recall(), none.f1())).containsOnly(0.0);
    }

    private static List<Instant> days(int... days) {
        return IntStream.of(days)
                .mapToObj(day -> START.plus(Duration.ofDays(day)))
                .toList();
    }

    private static int[] groups(int... groups) {
        return groups;
    }
}
