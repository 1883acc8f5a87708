package dev.dateline.simulator;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SimulationPlanTest {
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SimulationPlan(1, 0, null, null, null))
                .withMessageContainingAll("count", "shares", "start", "span");
    }

    @Test
    void theSpanMustHoldDistinctTimes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimulationPlan.defaults(1, 1_000, Runs.START, Duration.ofMillis(3_999)))
                .withMessageContaining("span must be at least 4 ms per delivery");
    }

    @Test
    void timesAreWholeMillisecondsOfThisAge() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimulationPlan.defaults(1, 10, Runs.START.plusNanos(1), DAY))
                .withMessageStartingWith("start must be");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimulationPlan.defaults(1, 10, Instant.parse("1969-12-31T00:00:00Z"), DAY))
                .withMessageStartingWith("start must be");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimulationPlan.defaults(1, 10, Runs.START, Duration.ofDays(200 * 366)))
                .withMessageStartingWith("span must end");
    }
}
