package dev.dateline.common.telemetry;

import dev.dateline.common.model.StepCounts;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.ToDoubleFunction;

/**
 * The steps of one service: for telemetry, and as {@code dateline_step_records_total{step,result}} with the results {@code out},
 * {@code duplicate}, {@code rejected} and {@code error}.
 */
public final class StepCounters {
    /** The most steps: they are named in the source code, never by what comes in. */
    public static final int MAX_STEPS = 64;

    private final Map<String, StepCounter> byStep = new ConcurrentSkipListMap<>();
    private final MeterRegistry metrics;

    public StepCounters(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** The counter of a step, the same one whenever it is asked for; an {@link IllegalStateException} beyond {@value #MAX_STEPS}. */
    public synchronized StepCounter of(String step) {
        StepCounter known = byStep.get(step);
        if (known != null) {
            return known;
        }
        if (byStep.size() == MAX_STEPS) {
            throw new IllegalStateException(
                    "more than " + MAX_STEPS + " steps; the name of one must not come from a record");
        }
        StepCounter counter = new StepCounter(step);
        register(counter, step, "out", StepCounter::madeSoFar);
        register(counter, step, "duplicate", StepCounter::duplicatesSoFar);
        register(counter, step, "rejected", StepCounter::rejectedSoFar);
        register(counter, step, "error", StepCounter::errorsSoFar);
        byStep.put(step, counter);
        return counter;
    }

    private void register(StepCounter counter, String step, String result, ToDoubleFunction<StepCounter> count) {
        FunctionCounter.builder("dateline.step.records", counter, count)
                .description("What a step made of the records it was given")
                .tag("step", step)
                .tag("result", result)
                .register(metrics);
    }

    /** What was counted so far, by the steps' names. */
    public List<StepCounts> counts() {
        return byStep.values().stream().map(StepCounter::counts).toList();
    }
}
