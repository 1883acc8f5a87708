package dev.dateline.dashboard.verdict;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How the pipeline is.
 *
 * @param sentence for people: the gravest reasons, or that there is none
 * @param reasons the gravest first
 */
public record Verdict(Level level, String sentence, List<Reason> reasons) {
    static final String HEALTHY = "Healthy";

    /** In the sentence; the others are counted. */
    private static final int SPOKEN = 2;

    private static final Comparator<Reason> GRAVEST_FIRST = Comparator.comparing(Reason::level)
            .reversed()
            .thenComparing(Reason::code)
            .thenComparing(Reason::text);

    static Verdict of(List<Reason> reasons) {
        List<Reason> sorted = reasons.stream().sorted(GRAVEST_FIRST).toList();
        return sorted.isEmpty()
                ? new Verdict(Level.OK, HEALTHY, sorted)
                : new Verdict(sorted.get(0).level(), sentence(sorted), sorted);
    }

    private static String sentence(List<Reason> sorted) {
        String spoken = String.join(
                "; ", sorted.stream().limit(SPOKEN).map(Reason::text).toList());
        String begun = spoken.substring(0, 1).toUpperCase(Locale.ROOT) + spoken.substring(1);
        return sorted.size() > SPOKEN ? begun + "; and " + (sorted.size() - SPOKEN) + " more" : begun;
    }
}
