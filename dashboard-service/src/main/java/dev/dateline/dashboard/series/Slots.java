package dev.dateline.dashboard.series;

import java.util.Arrays;

/**
 * Which slot of a ring a moment falls into. The newest moment decides what is still kept; slots that are taken over by a newer moment
 * are to be emptied by their owner. Moments may come in any order.
 */
final class Slots {
    private static final long NEVER = Long.MIN_VALUE;

    private final int count;
    private final int width;
    /** Which step each slot holds, so that nothing has to be emptied until it is used. */
    private final long[] steps;

    private long newest = NEVER;

    /**
     * A ring without anything in it.
     *
     * @param count of slots
     * @param width of one, seconds
     */
    Slots(int count, int width) {
        this.count = count;
        this.width = width;
        this.steps = new long[count];
        Arrays.fill(steps, NEVER);
    }

    int width() {
        return width;
    }

    /** The slot to write to, or -1 when the moment is too long ago. */
    int forWriting(long epochSecond, Emptying emptying) {
        long step = Math.floorDiv(epochSecond, width);
        if (newest != NEVER && step <= newest - count) {
            return -1;
        }
        newest = Math.max(newest, step);
        int slot = slot(step);
        if (steps[slot] != step) {
            steps[slot] = step;
            emptying.empty(slot);
        }
        return slot;
    }

    /** The slot to read from, or -1 when nothing was written for this moment. */
    int forReading(long epochSecond) {
        long step = Math.floorDiv(epochSecond, width);
        int slot = slot(step);
        return steps[slot] == step && step > newest - count ? slot : -1;
    }

    private int slot(long step) {
        return (int) Math.floorMod(step, (long) count);
    }

    /** Makes a slot as if nothing had been written. */
    interface Emptying {
        void empty(int slot);
    }
}
