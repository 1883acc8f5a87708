package dev.dateline.enrich.step;

import dev.dateline.common.outcome.Outcome;
import dev.dateline.common.outcome.Reason;
import dev.dateline.common.telemetry.LastErrors;
import dev.dateline.common.telemetry.StepCounter;
import dev.dateline.common.telemetry.StepCounters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a step: measures it, counts its failures, and turns what it throws into a failure, so that no record stops a thread.
 *
 * <p>{@code dateline_step_seconds_count{step}} is what went in, {@code dateline_step_failures_total{step,reason}} what was refused.
 * Alert on any {@code STEP_CRASHED}: a defect of ours.
 */
public final class StepMeter {
    private static final Logger LOG = LoggerFactory.getLogger(StepMeter.class);
    private static final int NANOS_PER_MICRO = 1_000;

    private final MeterRegistry metrics;
    private final StepCounters counters;
    private final EndToEnd endToEnd;
    private final ReadProgress progress = new ReadProgress();
    private final LastErrors errors = new LastErrors(InstantSource.system());

    public StepMeter(MeterRegistry metrics) {
        this.metrics = metrics;
        this.counters = new StepCounters(metrics);
        this.endToEnd = new EndToEnd(metrics);
    }

    /** The step as a function from record to record; a failed record passes by. */
    public <I, O> Function<Traced<I>, Traced<O>> step(String name, Function<I, Outcome<O>> work) {
        return tracedStep(name, traced -> work.apply(traced.value()));
    }

    /** The same for a step that needs the record's origin, too. */
    public <I, O> Function<Traced<I>, Traced<O>> tracedStep(String name, Function<Traced<I>, Outcome<O>> work) {
        Timer timer = Timer.builder("dateline.step").tag("step", name).register(metrics);
        StepCounter counter = counters.of(name);
        return traced -> {
            if (traced.failed()) {
                return traced.skip();
            }
            long started = System.nanoTime();
            Outcome<O> outcome = guarded(name, work, traced);
            long took = System.nanoTime() - started;
            timer.record(took, TimeUnit.NANOSECONDS);
            counter.given(1);
            counter.took(took);
            if (outcome instanceof Outcome.Failed<O> failed) {
                countFailure(name, failed.failure().reason());
                count(counter, failed.failure().reason());
            } else {
                counter.made(1);
            }
            return traced.next(name, outcome, took / NANOS_PER_MICRO);
        };
    }

    private static void count(StepCounter counter, Reason reason) {
        if (reason == Reason.STEP_CRASHED) {
            counter.failed(1);
        } else {
            counter.rejected(1);
        }
    }

    private <I, O> Outcome<O> guarded(String name, Function<Traced<I>, Outcome<O>> work, Traced<I> traced) {
        try {
            return work.apply(traced);
        } catch (RuntimeException | StackOverflowError e) {
            Origin origin = traced.origin();
            errors.inStep(name, e);
            LOG.error("{} crashed on {}-{}@{}", name, origin.topic(), origin.partition(), origin.offset(), e);
            return Outcome.failed(
                    Reason.STEP_CRASHED, name + " threw " + e.getClass().getSimpleName() + "; please report it");
        }
    }

    /** All steps' counts. */
    public StepCounters counters() {
        return counters;
    }

    public EndToEnd endToEnd() {
        return endToEnd;
    }

    public ReadProgress progress() {
        return progress;
    }

    public LastErrors errors() {
        return errors;
    }

    /** Where the steps are counted, for what else the topology counts. */
    public MeterRegistry metrics() {
        return metrics;
    }

    /** For failures found outside a step. */
    public void countFailure(String step, Reason reason) {
        metrics.counter("dateline.step.failures", "step", step, "reason", reason.name())
                .increment();
    }
}
