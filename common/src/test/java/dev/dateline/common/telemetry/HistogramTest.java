package dev.dateline.common.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HistogramTest {
    @Test
    void theFirstBucketEndsAtItsWidthAndTheLastTakesTheRest() {
        HistogramCounter counter = HistogramCounter.ofMicros();
        LongStream.of(-5, 0, 31, 32, 63, 64, 1L << 27, Long.MAX_VALUE).forEach(counter::count);

        List<Long> counts = counter.counts();

        assertThat(counts).hasSize(Histogram.BUCKETS);
        assertThat(counts.subList(0, 3)).containsExactly(3L, 2L, 1L);
        assertThat(counts.get(23)).isEqualTo(2);
    }

    @Test
    void millisecondsBeginWithFour() {
        HistogramCounter counter = HistogramCounter.ofMillis();
        List.of(0, 3, 4, 7, 8).forEach(ms -> counter.count(Duration.ofMillis(ms)));

        assertThat(counter.counts()).containsExactly(2L, 2L, 1L);
    }

    @Test
    void zerosAtTheEndAreLeftOut() {
        assertThat(Histogram.micros(List.of(0L, 3L, 0L, 0L)).counts()).containsExactly(0L, 3L);
        assertThat(Histogram.micros(null).counts()).isEmpty();
    }

    @Test
    void aPercentileLiesInTheBucketOfTheTrueOne() {
        Random random = new Random(6);
        long[] durations = random.longs(10_000, 1, 5_000_000).sorted().toArray();
        HistogramCounter counter = HistogramCounter.ofMicros();
        Arrays.stream(durations).forEach(counter::count);
        Histogram histogram = Histogram.micros(counter.counts());

        for (double share : new double[] {0.01, 0.5, 0.9, 0.99}) {
            double truly = durations[(int) (share * durations.length) - 1];
            assertThat(histogram.percentile(share)).as("%s", share).isBetween(truly / 2, truly * 2);
        }
        assertThat(histogram.count()).isEqualTo(10_000);
    }

    @Test
    void aPercentileIsInterpolatedWithinItsBucket() {
        Histogram four = Histogram.micros(List.of(0L, 4L)); // from 32 to 64 µs

        assertThat(four.percentile(0)).isEqualTo(32);
        assertThat(four.percentile(0.5)).isEqualTo(48, within(1e-9));
        assertThat(four.percentile(1)).isEqualTo(64);
        assertThat(Histogram.millis(List.of(2L)).percentile(0.5)).isEqualTo(2, within(1e-9));
    }

    @Test
    void ofNothingThereIsNoPercentile() {
        assertThat(Histogram.micros(List.of()).percentile(0.5)).isNaN();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Histogram.micros(List.of(1L)).percentile(1.1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Histogram.micros(List.of(1L)).percentile(Double.NaN));
    }

    @Test
    void aWindowIsTheDifferenceOfTwoRecords() {
        Histogram earlier = Histogram.micros(List.of(5L, 2L));
        Histogram later = Histogram.micros(List.of(5L, 3L, 1L));

        assertThat(later.minus(earlier)).isEqualTo(Histogram.micros(List.of(0L, 1L, 1L)));
        assertThat(earlier.plus(later.minus(earlier))).isEqualTo(later).hasSameHashCodeAs(later);
        assertThat(earlier.minus(later).count()).isZero();
    }

    @Test
    void theScalesDoNotMix() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Histogram.micros(List.of(1L)).minus(Histogram.millis(List.of(1L))));
        assertThat(Histogram.micros(List.of(1L))).isNotEqualTo(Histogram.millis(List.of(1L)));
    }

    @Test
    void moreBucketsThanWeKnowAreTakenIntoTheLast() {
        assertThat(Histogram.micros(Collections.nCopies(30, 1L)).counts().get(23))
                .isEqualTo(7);
    }
}
