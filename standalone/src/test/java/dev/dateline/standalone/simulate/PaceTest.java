package dev.dateline.standalone.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void deliveriesAreDueAtEvenDistances() {
        Pace.Clock clock = new Pace(4).from(100);

        assertThat(clock.untilDue(100)).isZero();
        assertThat(clock.untilDue(100)).isEqualTo(SECOND / 4);
        assertThat(clock.untilDue(100 + SECOND / 4)).isZero();
        assertThat(clock.untilDue(100 + SECOND / 4)).isEqualTo(SECOND / 4);
    }

    @Test
    void lostTimeIsMadeUpForButNotMoreThanASecondOfIt() {
        Pace.Clock clock = new Pace(4).from(0);
        long late = 3600 * SECOND;
        int made = 0;
        while (clock.untilDue(late) == 0) {
            made++;
        }
        assertThat(made).isEqualTo(5);
    }

    @Test
    void withoutALimitAllIsDue() {
        assertThat(Pace.unlimited().from(0).untilDue(-1)).isZero();
    }

    @Test
    void aRateIsNotBelowZero() {
        assertThatThrownBy(() -> new Pace(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Pace(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
