package dev.dateline.dashboard.series;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The last state heard of each of several origins, to take differences of what they count. One state per origin and second is used: they
 * come about once a second, so that now and then two fall into one, and none into the next.
 *
 * @param <S> a state
 */
final class Track<S> {
    private final int most;
    private final Duration spread;
    private final Map<String, Heard<S>> first = new HashMap<>();
    private final Map<String, Heard<S>> last = new LinkedHashMap<>();

    record Heard<S>(Instant at, S state) {}

    /**
     * From one state of an origin to the next.
     *
     * @param before null when there is none to compare with
     * @param seconds between the two; 0 without one before
     * @param fromSecond the first second that this says something about, since the epoch
     * @param toSecond the last one
     */
    record Advance<S>(S before, S now, double seconds, long fromSecond, long toSecond) {

        /** The change of a count as a rate; not a number when there is nothing to compare with. */
        double rate(double countBefore, double countNow) {
            return before == null ? Double.NaN : (countNow - countBefore) / seconds;
        }

        /** The same for whole numbers. */
        double rate(long countBefore, long countNow) {
            return rate((double) countBefore, (double) countNow);
        }
    }

    /**
     * A track of nobody yet.
     *
     * @param most origins; the one silent for longest is forgotten
     * @param spread the longest pause that is taken for one measurement; after a longer one the seconds between are unknown
     */
    Track(int most, Duration spread) {
        this.most = most;
        this.spread = spread;
    }

    /** The step to this state; empty when the second has one already. */
    Optional<Advance<S>> to(String origin, Instant at, S state) {
        Heard<S> now = new Heard<>(at, state);
        Heard<S> before = last.get(origin);
        if (before != null && at.getEpochSecond() <= before.at.getEpochSecond()) {
            return Optional.empty();
        }
        last.remove(origin);
        last.put(origin, now);
        first.putIfAbsent(origin, now);
        if (last.size() > most) {
            String forgotten = last.keySet().iterator().next();
            last.remove(forgotten);
            first.remove(forgotten);
        }
        return Optional.of(between(before, now));
    }

    /** What was last heard of an origin; null when nothing was. */
    Heard<S> last(String origin) {
        return last.get(origin);
    }

    /**
     * Puts what was read of an earlier time before this. Both ends are known then, so the steps from there to here can be said.
     *
     * @param steps is told them
     */
    void precededBy(Track<S> earlier, Consumer<Advance<S>> steps) {
        earlier.last.forEach((origin, before) -> {
            Heard<S> next = first.get(origin);
            if (next != null && next.at.getEpochSecond() > before.at.getEpochSecond()) {
                steps.accept(between(before, next));
                first.put(origin, earlier.first.get(origin));
            }
        });
        // Those that ended in that time may have begun before it.
        earlier.first.forEach((origin, begin) -> {
            if (first.size() < most) {
                first.putIfAbsent(origin, begin);
            }
        });
    }

    private Advance<S> between(Heard<S> before, Heard<S> now) {
        long second = now.at.getEpochSecond();
        if (before == null || Duration.between(before.at, now.at).compareTo(spread) > 0) {
            return new Advance<>(null, now.state, 0, second, second);
        }
        double seconds = Duration.between(before.at, now.at).toNanos() / 1e9;
        return new Advance<>(before.state, now.state, seconds, before.at.getEpochSecond() + 1, second);
    }
}
