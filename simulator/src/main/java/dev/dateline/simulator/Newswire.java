package dev.dateline.simulator;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The deliveries of a plan: made one by one as they are asked for, in bounded memory, always the same for the same plan.
 *
 * <p>Every late original arrives before the run ends. Up to the last {@value Wire#MOST_WAITING} deliveries, a run is the beginning
 * of any longer one with the same seed, start, shares and time per delivery ({@code span / count}).
 */
public final class Newswire implements Iterable<Delivery> {
    private final SimulationPlan plan;

    public Newswire(SimulationPlan plan) {
        this.plan = plan;
    }

    /** A new run from the beginning; not safe for use by several threads at once. */
    @Override
    public Iterator<Delivery> iterator() {
        Wire wire = new Wire(plan);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return wire.hasNext();
            }

            @Override
            public Delivery next() {
                return wire.next().delivery();
            }
        };
    }

    /** A new run from the beginning, sequential. */
    public Stream<Delivery> stream() {
        return StreamSupport.stream(
                Spliterators.spliterator(iterator(), plan.count(), Spliterator.ORDERED | Spliterator.NONNULL), false);
    }
}
