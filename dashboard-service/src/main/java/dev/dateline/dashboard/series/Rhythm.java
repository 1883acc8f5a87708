package dev.dateline.dashboard.series;

import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.Objects;
import java.util.stream.Stream;

/** When a source sent something, how long it pauses and how much comes. Arrivals may be told in any order. */
final class Rhythm {
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int WIDTH_SECONDS = 300;
    private static final int SLOTS = 288;
    /** Fewer say nothing about what is usual. */
    private static final int ENOUGH_SLOTS = 4;

    /** In which five minutes of the last day something came. */
    private final BitSet active = new BitSet(SLOTS);

    private long newest = Long.MIN_VALUE;
    private Instant last = Instant.MIN;
    /** What ingest counts, which tells of the time before this process as well; null as long as it has told of nothing. */
    private HourCounts accepted;
    /** What the ledger counts, also of producers that write to the topic themselves; null as long as nothing was written. */
    private HourCounts booked;

    /** Ingest accepted so much. */
    void accepted(Instant at, long count) {
        arrived(at);
        accepted = accepted == null ? new HourCounts(minute(at)) : accepted;
        accepted.add(minute(at), count);
    }

    /** So much was written to the ledger. */
    void booked(Instant at, long count) {
        arrived(at);
        booked = booked == null ? new HourCounts(minute(at)) : booked;
        booked.add(minute(at), count);
    }

    /** How much comes, up to now. */
    SourcePace pace(Instant now) {
        return HourCounts.pace(
                Stream.of(accepted, booked).filter(Objects::nonNull).toList(), minute(now));
    }

    private static long minute(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), SECONDS_PER_MINUTE);
    }

    /** Something came, it is not known how much. */
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
