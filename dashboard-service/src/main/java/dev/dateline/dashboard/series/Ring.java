package dev.dateline.dashboard.series;

/** Values of the last while, in steps of a second or a minute. What was not measured is not a number, never zero. */
final class Ring {
    private final Slots slots;
    private final Metric.Combine combine;
    private final double[] values;
    /** The seconds of a step that are known, a bit for each: a minute's mean must not depend on the order they came in. */
    private final long[] known;

    /**
     * An empty ring.
     *
     * @param width of a step: 1 or 60 seconds
     * @param combine how several values of one second become one; and a minute the mean of its seconds, or the highest
     */
    Ring(int count, int width, Metric.Combine combine) {
        if (width < 1 || width > Long.SIZE) {
            throw new IllegalArgumentException("a step has 1 to " + Long.SIZE + " seconds");
        }
        this.slots = new Slots(count, width);
        this.combine = combine;
        this.values = new double[count];
        this.known = new long[count];
    }

    void add(long epochSecond, double value) {
        if (!Double.isFinite(value)) {
            return;
        }
        int slot = slots.forWriting(epochSecond, this::empty);
        if (slot < 0) {
            return;
        }
        boolean first = known[slot] == 0;
        known[slot] |= 1L << Math.floorMod(epochSecond, (long) slots.width());
        if (combine == Metric.Combine.SUM) {
            values[slot] += value;
        } else {
            values[slot] = first ? value : Math.max(values[slot], value);
        }
    }

    private void empty(int slot) {
        values[slot] = 0;
        known[slot] = 0;
    }

    /** The value of the step that a second lies in, not a number when nothing is known of it. */
    double at(long epochSecond) {
        int slot = slots.forReading(epochSecond);
        if (slot < 0 || known[slot] == 0) {
            return Double.NaN;
        }
        return combine == Metric.Combine.SUM ? values[slot] / Long.bitCount(known[slot]) : values[slot];
    }
}
