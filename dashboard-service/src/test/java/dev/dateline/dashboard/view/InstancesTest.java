package dev.dateline.dashboard.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class InstancesTest {
    private final Instances instances = new Instances();

    @Test
    void oneLinePerServiceOfAnInstance() {
        instances.heard(Samples.telemetry("a-1", "ingest", Samples.START), Samples.START);
        instances.heard(Samples.telemetry("a-1", "enrich", Samples.START), Samples.START);
        instances.heard(Samples.telemetry("a-1", "ingest", Samples.START), Samples.START);

        assertThat(instances.alive(Samples.START))
                .extracting(InstanceState::service)
                .containsExactly("enrich", "ingest");
    }

    @Test
    void aSilentInstanceIsForgottenByOurClockNotByIts() {
        // Its clock is an hour behind.
        instances.heard(Samples.telemetry("slow-clock", "enrich", Samples.START.minusSeconds(3600)), Samples.START);

        assertThat(instances.alive(Samples.START.plusSeconds(3))).hasSize(1);
        assertThat(instances.alive(Samples.START.plusSeconds(4))).isEmpty();
        assertThat(instances.alive(Samples.START)).isEmpty();
    }

    @Test
    void theNumberOfInstancesIsBounded() {
        for (int i = 0; i < 1200; i++) {
            instances.heard(Samples.telemetry("i-" + i, "enrich", Samples.START), Samples.START);
        }

        assertThat(instances.alive(Samples.START)).hasSize(1000);
    }

    @Test
    void telemetryOfNobodyIsRefused() {
        assertThatThrownBy(() -> instances.heard(Samples.telemetry(null, "enrich", Samples.START), Samples.START))
                .isInstanceOf(NullPointerException.class);
    }
}
