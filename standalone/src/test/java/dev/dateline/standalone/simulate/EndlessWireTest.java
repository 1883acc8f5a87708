package dev.dateline.standalone.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.simulator.Delivery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndlessWireTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void oneWireFollowsTheOther() {
        // One delivery in 36 seconds: a hundred an hour.
        EndlessWire wire = new EndlessWire(7, 1 / 36.0, () -> NOW);
        List<Delivery> deliveries = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            assertThat(wire.hasNext()).isTrue();
            deliveries.add(wire.next());
        }

        assertThat(deliveries.get(100).number()).isZero();
        assertThat(deliveries.get(0).body()).isNotEqualTo(deliveries.get(100).body());
    }

    @Test
    void articlesArePublishedWithinTheHour() {
        EndlessWire wire = new EndlessWire(7, 1, () -> NOW);
        for (int i = 0; i < 50; i++) {
            assertThat(wire.next().truth().publishedAt()).isBetween(NOW, NOW.plusSeconds(3600));
        }
    }
}
