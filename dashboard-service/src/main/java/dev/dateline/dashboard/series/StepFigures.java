package dev.dateline.dashboard.series;

/**
 * How a step does at present.
 *
 * @param step its name
 * @param rate records that it is given, per second
 * @param errors records that it refuses or fails on, per second
 * @param errorShare of those it is given, from 0 to 1; null when it is given none
 * @param p99Ms the time that 99 of 100 stay below, milliseconds; null when there were none
 */
public record StepFigures(String step, Double rate, Double errors, Double errorShare, Double p99Ms) {

    /** Not a number becomes null. */
    static StepFigures of(String step, double rate, double errors, double p99Ms) {
        return new StepFigures(
                step,
                Rounded.of(rate),
                Rounded.of(errors),
                rate > 0 ? Rounded.of(Math.min(1, errors / rate)) : null,
                Rounded.of(p99Ms));
    }
}
