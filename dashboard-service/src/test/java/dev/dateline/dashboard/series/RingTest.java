package dev.dateline.dashboard.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.telemetry.Histogram;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RingTest {
    private static final long T = 1_800_000_000; // at the beginning of a minute

    @Test
    void aSecondNotMeasuredIsAGapAndNotZero() {
        Ring ring = new Ring(10, 1, Metric.Combine.SUM);
        ring.add(T, 5);
        ring.add(T + 2, 0);

        assertThat(ring.at(T)).isEqualTo(5);
        assertThat(ring.at(T + 1)).isNaN();
        assertThat(ring.at(T + 2)).isZero();
        assertThat(ring.at(T + 3)).isNaN();
    }

    @Test
    void valuesOfASecondAddUpOrTheHighestCounts() {
        Ring sum = new Ring(10, 1, Metric.Combine.SUM);
        Ring max = new Ring(10, 1, Metric.Combine.MAX);
        for (double value : new double[] {-3, 4, 2, Double.NaN}) {
            sum.add(T, value);
            max.add(T, value);
        }
        max.add(T + 1, -7);

        assertThat(sum.at(T)).isEqualTo(3);
        assertThat(max.at(T)).isEqualTo(4);
        assertThat(max.at(T + 1)).isEqualTo(-7);
    }

    @Test
    void whatIsOlderThanTheRingIsForgotten() {
        Ring ring = new Ring(10, 1, Metric.Combine.SUM);
        ring.add(T, 1);
        ring.add(T + 9, 2);
        assertThat(ring.at(T)).isEqualTo(1);

        ring.add(T + 10, 3);
        ring.add(T, 99);

        assertThat(ring.at(T)).isNaN();
        assertThat(ring.at(T + 10)).isEqualTo(3);
        ring.add(T + 1_000, 4);
        assertThat(ring.at(T + 9)).isNaN();
        assertThat(ring.at(T + 10)).isNaN();
    }

    @Test
    void aMinuteIsTheMeanOfTheSecondsKnownWhateverTheirOrder() {
        List<long[]> measured = new ArrayList<>();
        for (int second = 0; second < 30; second++) {
            measured.add(new long[] {T + second, 2});
            measured.add(new long[] {T + second, 4});
        }
        measured.add(new long[] {T + 60, 100});
        Collections.shuffle(measured, new Random(1));
        Ring minutes = new Ring(1_440, 60, Metric.Combine.SUM);
        measured.forEach(value -> minutes.add(value[0], (double) value[1]));

        assertThat(minutes.at(T)).isEqualTo(6);
        assertThat(minutes.at(T + 59)).isEqualTo(6);
        assertThat(minutes.at(T + 60)).isEqualTo(100);
        assertThat(minutes.at(T - 1)).isNaN();
    }

    @Test
    void aMinuteOfHighestValuesIsTheHighest() {
        Ring minutes = new Ring(1_440, 60, Metric.Combine.MAX);
        minutes.add(T + 3, 7);
        minutes.add(T + 40, 41);
        minutes.add(T + 59, 2);

        assertThat(minutes.at(T)).isEqualTo(41);
    }

    @Test
    void aMinutesPercentileIsThatOfAllItsSeconds() {
        HistogramRing minutes = new HistogramRing(1_440, 60);
        minutes.add(T, List.of(0L, 99L));
        minutes.add(T + 30, List.of(0L, 0L, 0L, 0L, 0L, 1L));
        HistogramRing seconds = new HistogramRing(3_600, 1);
        seconds.add(T, List.of(4L));

        assertThat(minutes.at(T, Histogram::millis).count()).isEqualTo(100);
        assertThat(minutes.at(T, Histogram::millis).percentile(0.5)).isBetween(4.0, 8.0);
        assertThat(minutes.at(T, Histogram::millis).percentile(1)).isEqualTo(128);
        assertThat(seconds.at(T + 1, Histogram::millis).percentile(0.5)).isNaN();
        assertThat(seconds.over(T - 5, T + 5, Histogram::millis).count()).isEqualTo(4);
    }
}
