package dev.dateline.dashboard.alerts;

import java.util.Map;

/**
 * What a condition sees in a snapshot.
 *
 * @param known whether it could be measured at all
 * @param holds for what the condition holds, with the value measured; what is not about one source or instance has an empty name
 */
record Reading(boolean known, Map<String, Double> holds) {
    /** The subject of what is about the whole. */
    static final String WHOLE = "";

    static final Reading UNKNOWN = new Reading(false, Map.of());

    /** About the whole, where not a number means not measured. */
    static Reading of(double value, boolean holds) {
        if (!Double.isFinite(value)) {
            return UNKNOWN;
        }
        return new Reading(true, holds ? Map.of(WHOLE, value) : Map.of());
    }
}
