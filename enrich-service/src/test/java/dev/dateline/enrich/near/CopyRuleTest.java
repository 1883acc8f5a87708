package dev.dateline.enrich.near;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dateline.enrich.near.Comparison.Judgement;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopyRuleTest {
    private static final CopyRule RULE = CopyRule.DEFAULT;

    @ParameterizedTest
    @CsvSource({
        "0.60, 0, 0, 0, COPY",
        "0.59, 9, 9, 0, TOO_DIFFERENT",
        "1.00, 9, 9, 168, COPY",
        "1.00, 9, 9, 169, TOO_FAR_APART",
        "1.00, 6, 10, 13, COPY",
        "1.00, 5, 10, 13, OTHER_NUMBERS",
        "1.00, 5, 10, 12, COPY",
        "1.00, 4, 10, 12, OTHER_NUMBERS",
        "1.00, 0, 2, 12, COPY",
        "1.00, 0, 2, 13, OTHER_NUMBERS",
        "1.00, 0, 0, 13, COPY"
    })
    void judges(double containment, int shared, int fewer, long hoursApart, Judgement expected) {
        assertThat(RULE.judge(
                        containment, shared, fewer, Duration.ofHours(hoursApart).toMillis()))
                .isEqualTo(expected);
    }

    @Test
    void takesChanceOutOfEqualComponents() {
        assertThat(CopyRule.jaccard(128, 128)).isEqualTo(1);
        assertThat(CopyRule.jaccard(0, 128)).isZero();
        assertThat(CopyRule.jaccard(1, 256)).isZero();
    }

    @Test
    void seesATruncatedTextInTheWholeOne() {
        assertThat(CopyRule.containment(0.25, 100, 400)).isCloseTo(1, within(1e-9));
        assertThat(CopyRule.containment(1.0 / 3, 100, 100)).isCloseTo(0.5, within(1e-9));
        assertThat(CopyRule.containment(0, 1, 1)).isZero();
    }

    /** Of two long lists only what both are sure to know of is compared. */
    @Test
    void comparesNumbersThatAreKnownOfBoth() {
        int[] every = IntStream.range(0, 32).map(i -> i * 10).toArray(); // up to 310; of more numbers than these
        int[] wider = IntStream.range(0, 32).map(i -> i * 20).toArray();
        int[] few = {0, 20, 5000, -1};

        assertThat(NumberOverlap.of(every, wider)).isEqualTo(new NumberOverlap(16, 16));
        assertThat(NumberOverlap.of(few, every)).isEqualTo(new NumberOverlap(2, 2));
        assertThat(NumberOverlap.of(few, new int[] {20, 30, -1})).isEqualTo(new NumberOverlap(2, 3));
        assertThat(NumberOverlap.of(new int[0], every)).isEqualTo(new NumberOverlap(0, 0));
    }
}
