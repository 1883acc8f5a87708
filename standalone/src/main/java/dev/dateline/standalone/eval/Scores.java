package dev.dateline.standalone.eval;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What came out.
 *
 * @param items how many the set has
 * @param cpuSeconds CPU time of the thread that did the work, without reading the set and loading models
 * @param fields the task's own, in order
 */
public record Scores(long items, double cpuSeconds, Map<String, Object> fields) {
    private static final double SCORE_DIGITS = 1e4;
    private static final double SECOND_DIGITS = 1e3;

    public Scores {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** The object that is printed. */
    public Map<String, Object> toJson(String task, String path) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("task", task);
        all.put("path", path);
        all.put("items", items);
        all.put("cpu_seconds", rounded(cpuSeconds, SECOND_DIGITS));
        if (cpuSeconds > 0) {
            all.put("items_per_cpu_second", Math.round(items / cpuSeconds));
        }
        all.putAll(fields);
        return all;
    }

    /** A share of things, 0 when there are none, to four digits. */
    static double share(long part, long whole) {
        return whole == 0 ? 0 : score((double) part / whole);
    }

    /** To four digits: more would pretend to a precision that no set has. */
    static double score(double value) {
        return rounded(value, SCORE_DIGITS);
    }

    private static double rounded(double value, double digits) {
        return Math.round(value * digits) / digits;
    }
}
