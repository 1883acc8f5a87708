package dev.dateline.enrich.step;

import dev.dateline.common.outcome.Failure;
import dev.dateline.common.outcome.Outcome;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the steps so far made of one raw record.
 *
 * @param step the last step that ran: the one that failed, when the outcome is a failure
 * @param durationsUs wall time of each step in microseconds, in order
 */
public record Traced<T>(Origin origin, Outcome<T> outcome, String step, Map<String, Long> durationsUs) {

    public boolean failed() {
        return outcome instanceof Outcome.Failed<T>;
    }

    /** The value; an {@link IllegalStateException} when there is none. */
    public T value() {
        if (outcome instanceof Outcome.Done<T> done) {
            return done.value();
        }
        throw new IllegalStateException("no value: " + step + " failed");
    }

    /** The failure; an {@link IllegalStateException} when there is none. */
    public Failure failure() {
        if (outcome instanceof Outcome.Failed<T> failed) {
            return failed.failure();
        }
        throw new IllegalStateException("no failure after " + step);
    }

    /** The same record with another value, between two steps. */
    public <R> Traced<R> with(Origin newOrigin, R value) {
        return new Traced<>(newOrigin, Outcome.done(value), step, durationsUs);
    }

    /** The same, made of another record. */
    public Traced<T> as(Origin newOrigin) {
        return new Traced<>(newOrigin, outcome, step, durationsUs);
    }

    /** The same record one step further. */
    public <R> Traced<R> next(String nextStep, Outcome<R> next, long tookUs) {
        Map<String, Long> durations = new LinkedHashMap<>(durationsUs);
        durations.put(nextStep, tookUs);
        return new Traced<>(origin, next, nextStep, Collections.unmodifiableMap(durations));
    }

    /** A failed record, carried past the steps that will not run. */
    public <R> Traced<R> skip() {
        return new Traced<>(origin, new Outcome.Failed<>(failure()), step, durationsUs);
    }
}
