package dev.dateline.dashboard.series;

import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;

/** In which five minutes of the last day a source sent something, and how long it pauses. Arrivals may be told in any order. */
final class Rhythm {
    private static final int WIDTH_SECONDS = 300;
    private static final int SLOTS = 288;
    /** Fewer say nothing about what is usual. */
    private static final int ENOUGH_SLOTS = 4;

    private final BitSet active = new BitSet(SLOTS);
    private long newest = Long.MIN_VALUE;
    private Instant last = Instant.MIN;

    void arrived(Instant at) {
        long slot = Math.floorDiv(at.getEpochSecond(), WIDTH_SECONDS);
        if (newest != Long.MIN_VALUE && slot <= newest - SLOTS) {
            return;
        }
        if (newest == Long.MIN_VALUE || slot >= newest + SLOTS) {
            active.clear();
        } else {
            for (long passed = newest + 1; passed <= slot; passed++) {
                active.clear(index(passed));
            }
        }
        newest = Math.max(newest, slot);
        active.set(index(slot));
        last = at.isAfter(last) ? at : last;
    }

    private static int index(long slot) {
        return (int) Math.floorMod(slot, (long) SLOTS);
    }

    Instant last() {
        return last;
    }

    /** The longest pause of the day up to the last arrival, at least five minutes; zero when too little is known to say. */
    Duration longestPause() {
        if (active.cardinality() < ENOUGH_SLOTS) {
            return Duration.ZERO;
        }
        int longest = 1;
        int pause = 0;
        // From the newest back; what lies before the oldest arrival is no pause.
        for (long slot = newest - 1; slot > newest - SLOTS; slot--) {
            pause++;
            if (active.get(index(slot))) {
                longest = Math.max(longest, pause);
                pause = 0;
            }
        }
        return Duration.ofSeconds((long) longest * WIDTH_SECONDS);
    }
}
