package dev.dateline.dashboard.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RatesTest {
    private final Rates rates = new Rates();

    private void sample(long second, long raw) {
        rates.sample(Samples.START.plusSeconds(second), new Counts(raw, raw / 2, 0, 0, 0));
    }

    @Test
    void oneSampleIsNoRate() {
        sample(0, 1_000_000);

        assertThat(rates.byWindow()).isEmpty();
        assertThat(rates.history().flows()).isEmpty();
    }

    @Test
    void eachWindowIsAMeanOverItsOwnTime() {
        // 10 a second for a minute, then 100 a second for five seconds.
        for (int second = 0; second <= 60; second++) {
            sample(second, second * 10L);
        }
        for (int second = 61; second <= 65; second++) {
            sample(second, 600 + (second - 60) * 100L);
        }

        assertThat(rates.byWindow()).containsOnlyKeys("1s", "10s", "60s");
        assertThat(rates.byWindow().get("1s").raw()).isEqualTo(100.0);
        assertThat(rates.byWindow().get("10s").raw()).isEqualTo(55.0);
        assertThat(rates.byWindow().get("60s").raw()).isEqualTo(17.5);
        assertThat(rates.byWindow().get("1s").events()).isEqualTo(50.0);
        assertThat(rates.history().flows()).hasSize(60);
        assertThat(rates.history().flows().get(59).raw()).isEqualTo(100.0);
    }

    @Test
    void aLongWindowUsesWhatHasBeenMeasuredSoFar() {
        sample(0, 0);
        sample(1, 30);
        sample(2, 60);

        assertThat(rates.byWindow().get("60s").raw()).isEqualTo(30.0);
    }

    @Test
    void samplesALittleLateStillCountAsOneSecond() {
        rates.sample(Samples.START, new Counts(0, 0, 0, 0, 0));
        rates.sample(Samples.START.plusMillis(1020), new Counts(51, 0, 0, 0, 0));
        rates.sample(Samples.START.plusMillis(2040), new Counts(102, 0, 0, 0, 0));

        assertThat(rates.byWindow().get("1s").raw()).isEqualTo(50.0);
    }

    @Test
    void totalsThatShrinkAreAnotherLedger() {
        sample(0, 500);
        sample(1, 510);
        sample(2, 3);

        assertThat(rates.byWindow()).isEmpty();
    }

    @Test
    void aClockThatGoesBackStartsAgain() {
        sample(10, 5);
        sample(4, 6);
        sample(5, 7);

        assertThat(rates.byWindow().get("10s").raw()).isEqualTo(1.0);
    }

    @Test
    void historyHoldsWhatWasInFlight() {
        rates.sample(Samples.START, new Counts(5, 5, 0, 0, 0));
        rates.sample(Samples.START.plusSeconds(1), new Counts(9, 6, 0, 0, 0));

        assertThat(rates.history().inFlight()).containsExactly(3L);
    }
}
