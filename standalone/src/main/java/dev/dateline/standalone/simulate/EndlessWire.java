package dev.dateline.standalone.simulate;

import dev.dateline.simulator.Delivery;
import dev.dateline.simulator.Newswire;
import dev.dateline.simulator.SimulationPlan;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;

/** A newswire that never ends: one after the other, an hour long each, published about when they are delivered. */
public final class EndlessWire implements Iterator<Delivery> {
    private static final Duration LENGTH = Duration.ofHours(1);
    /** A plan's least distance between two publications. */
    private static final int LEAST_MILLIS = 4;

    private final double perSecond;
    private final InstantSource clock;
    private long seed;
    private Iterator<Delivery> current;

    /**
     * A wire that starts when it is first asked.
     *
     * @param seed of the first hour; the following hours count up
     * @param perSecond deliveries a second, above 0
     */
    public EndlessWire(long seed, double perSecond, InstantSource clock) {
        this.seed = seed;
        this.perSecond = perSecond;
        this.clock = clock;
        this.current = hour();
    }

    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    public Delivery next() {
        if (!current.hasNext()) {
            seed++;
            current = hour();
        }
        return current.next();
    }

    private Iterator<Delivery> hour() {
        int count = (int) Math.max(1, Math.round(perSecond * LENGTH.toSeconds()));
        Duration span = Duration.ofMillis(Math.max(LENGTH.toMillis(), (long) LEAST_MILLIS * count));
        return new Newswire(SimulationPlan.defaults(seed, count, clock.instant().truncatedTo(ChronoUnit.MILLIS), span))
                .iterator();
    }
}
