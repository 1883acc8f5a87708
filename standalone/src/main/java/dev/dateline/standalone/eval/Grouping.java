package dev.dateline.standalone.eval;

import java.util.Map;
import java.util.Set;

/**
 * What the pipeline made of a set of articles.
 *
 * @param originals of every article that was not refused, by article id; an original is its own
 * @param refused article ids that ended as dead letters
 * @param state what is kept at the end
 * @param cpuSeconds by step, or of all at once
 * @param work what there was to do: messages by kind, signatures compared, buckets too large to be looked at wholly
 */
record Grouping(
        Map<String, String> originals,
        Set<String> refused,
        StateSize state,
        Map<String, Double> cpuSeconds,
        Map<String, Long> work) {

    /** The original of an article's group. */
    String originalOf(String articleId) {
        String at = articleId;
        String next = originals.getOrDefault(at, at);
        while (!next.equals(at)) {
            at = next;
            next = originals.getOrDefault(at, at);
        }
        return at;
    }

    double allCpuSeconds() {
        return cpuSeconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
