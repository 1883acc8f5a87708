package dev.dateline.dashboard.articles;

import java.util.HashMap;
import java.util.Map;

/**
 * One instance for all equal values, counted, so that a name in ten thousand rows costs its memory once and goes with the last of them.
 * As bounded as the rows that hold its values.
 */
final class Shared<T> {
    private final Map<T, Uses<T>> values = new HashMap<>();

    private static final class Uses<T> {
        private final T value;
        private int count;

        private Uses(T value) {
            this.value = value;
        }
    }

    /** The instance to hold; null for null. */
    T take(T value) {
        if (value == null) {
            return null;
        }
        Uses<T> uses = values.computeIfAbsent(value, Uses::new);
        uses.count++;
        return uses.value;
    }

    /** One holder less. */
    void release(T value) {
        Uses<T> uses = value == null ? null : values.get(value);
        if (uses != null && --uses.count == 0) {
            values.remove(value);
        }
    }

    int size() {
        return values.size();
    }
}
