package dev.dateline.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Runs that several tests look at. */
final class Runs {
    static final Instant START = Instant.parse("2020-01-03T00:00:00Z");
    static final Duration PER_DELIVERY = Duration.ofSeconds(20);

    private Runs() {}

    static SimulationPlan plan(long seed, int count) {
        return SimulationPlan.defaults(seed, count, START, PER_DELIVERY.multipliedBy(count));
    }

    static List<Delivery> of(long seed, int count) {
        return new Newswire(plan(seed, count)).stream().toList();
    }
}
