package dev.dateline.simulator;

import dev.dateline.simulator.grammar.Dice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The last things added, up to a fixed number: what keeps the memory of a long run bounded. */
final class Recent<T> {
    private static final int TRIES = 8;

    private final int capacity;
    private final List<T> ring;
    private int next;

    Recent(int capacity) {
        this.capacity = capacity;
        this.ring = new ArrayList<>(capacity);
    }

    void add(T item) {
        if (ring.size() < capacity) {
            ring.add(item);
        } else {
            ring.set(next, item);
        }
        next = (next + 1) % capacity;
    }

    /** One that suits, newer ones more often; empty when a few draws find none. */
    Optional<T> pick(Dice dice, Predicate<T> suits) {
        for (int tries = 0; tries < TRIES && !ring.isEmpty(); tries++) {
            int age = (int) (ring.size() * dice.fraction() * dice.fraction());
            T item = ring.get(Math.floorMod(next - 1 - age, ring.size()));
            if (suits.test(item)) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }
}
