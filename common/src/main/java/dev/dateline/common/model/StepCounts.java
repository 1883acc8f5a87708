package dev.dateline.common.model;

import java.util.List;

/**
 * What one step did since the instance started. {@code in = out + duplicates + rejected + errors}, but for steps that make several records
 * of one, or none; what is being worked on is not counted yet.
 *
 * @param step the name of the step's node in the topology, where there is one
 * @param in records it was given
 * @param out records it made
 * @param duplicates records it found to be known already or to be copies
 * @param rejected records it refused for what they are
 * @param errors records it failed on: a defect, or something that did not answer
 * @param busyUs time spent, microseconds
 * @param took records by the time each took, {@code dev.dateline.common.telemetry.Histogram#micros}; those turned away at the door are
 *     not in it
 */
public record StepCounts(
        String step, long in, long out, long duplicates, long rejected, long errors, long busyUs, List<Long> took) {}
