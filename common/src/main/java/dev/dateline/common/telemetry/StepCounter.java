package dev.dateline.common.telemetry;

import dev.dateline.common.model.StepCounts;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** Counts what one step does; any thread may count. The equation between the counts is {@link StepCounts}'. */
public final class StepCounter {
    private final String step;
    private final LongAdder in = new LongAdder();
    private final LongAdder made = new LongAdder();
    private final LongAdder duplicates = new LongAdder();
    private final LongAdder rejected = new LongAdder();
    private final LongAdder errors = new LongAdder();
    private final LongAdder busyNanos = new LongAdder();
    private final HistogramCounter took = HistogramCounter.ofMicros();

    StepCounter(String step) {
        this.step = step;
    }

    /** The work on one record: it is measured, counted as given to the step and, when it throws, as an error. */
    public <T> T measure(Supplier<T> work) {
        long started = System.nanoTime();
        try {
            return work.get();
        } catch (RuntimeException e) {
            failed(1);
            throw e;
        } finally {
            given(1);
            took(System.nanoTime() - started);
        }
    }

    /** Records that were given to the step, and that it is done with. */
    public void given(long records) {
        in.add(records);
    }

    /** The time that one record took. */
    public void took(long nanos) {
        busyNanos.add(nanos);
        took.count(TimeUnit.NANOSECONDS.toMicros(nanos));
    }

    /** Records that the step made. */
    public void made(long records) {
        made.add(records);
    }

    /** Records that it found to be known already, or copies. */
    public void duplicates(long records) {
        duplicates.add(records);
    }

    /** Records that it refused for what they are. */
    public void rejected(long records) {
        rejected.add(records);
    }

    /** Records that it failed on. */
    public void failed(long records) {
        errors.add(records);
    }

    /** What was counted so far. */
    public StepCounts counts() {
        return new StepCounts(
                step,
                in.sum(),
                made.sum(),
                duplicates.sum(),
                rejected.sum(),
                errors.sum(),
                TimeUnit.NANOSECONDS.toMicros(busyNanos.sum()),
                took.counts());
    }

    long madeSoFar() {
        return made.sum();
    }

    long duplicatesSoFar() {
        return duplicates.sum();
    }

    long rejectedSoFar() {
        return rejected.sum();
    }

    long errorsSoFar() {
        return errors.sum();
    }
}
