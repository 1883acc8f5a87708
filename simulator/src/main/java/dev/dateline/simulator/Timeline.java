package dev.dateline.simulator;

import dev.dateline.simulator.grammar.Dice;
import java.time.Instant;

/**
 * Hands out published times, each only once. Every delivery owns an equal part of the span: an original takes a time in its first
 * half, what is derived from it one in the second. Pasted text names the minute only, so whole minutes are kept for it.
 */
final class Timeline {
    private static final long MINUTE = 60_000;

    private final long start;
    private final long span;
    private final int count;
    private long lastMinute;

    Timeline(SimulationPlan plan) {
        this.start = plan.start().toEpochMilli();
        this.span = plan.span().toMillis();
        this.count = plan.count();
        this.lastMinute = start - 1;
    }

    Instant early(long number, Dice dice) {
        return between(from(number), middle(number), dice);
    }

    Instant late(long number, Dice dice) {
        return between(middle(number), from(number + 1), dice);
    }

    /** The whole minute that has just passed; null when it is taken, before the start, or not after a given time. */
    Instant minute(long number, Instant after) {
        long minute = from(number) / MINUTE * MINUTE;
        if (minute <= lastMinute || minute < start || (after != null && minute <= after.toEpochMilli())) {
            return null;
        }
        lastMinute = minute;
        return Instant.ofEpochMilli(minute);
    }

    private long from(long number) {
        return start + span / count * number + span % count * number / count;
    }

    private long middle(long number) {
        return (from(number) + from(number + 1)) / 2;
    }

    private static Instant between(long from, long to, Dice dice) {
        long time = from + dice.below((int) Math.min(Integer.MAX_VALUE, to - from - 1));
        return Instant.ofEpochMilli(time % MINUTE == 0 ? time + 1 : time);
    }
}
