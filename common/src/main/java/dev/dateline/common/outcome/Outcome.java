package dev.dateline.common.outcome;

import java.util.function.Function;

/** What a step made of a record: a value, or the reason why there is none. */
public sealed interface Outcome<T> {

    /** The step did its work. */
    record Done<T>(T value) implements Outcome<T> {}

    /** The step refused the record; it goes to the dead letters. */
    record Failed<T>(Failure failure) implements Outcome<T> {}

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> failed(Reason reason, String message) {
        return new Failed<>(new Failure(reason, message));
    }

    /** Goes on with the next step, unless this one failed. */
    default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
        if (this instanceof Done<T> done) {
            return next.apply(done.value());
        }
        return new Failed<>(((Failed<T>) this).failure());
    }
}
