package dev.dateline.simulator;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a newswire is mixed of. All are parts of all deliveries; what they leave over are originals.
 *
 * @param malformed deliveries nothing can be made of
 * @param resends known articles sent again unchanged
 * @param revisions known articles sent again with another text
 * @param copies copies of another outlet's article
 * @param lateOriginals originals delivered after their first copy; at most {@code copies}
 * @param rewrites copies that have been rewritten down to a containment of 0.5; with {@code teasers} at most half of {@code copies}
 * @param teasers copies of the first paragraph or two
 * @param forms originals that fill in the words of an earlier one with other numbers and names
 * @param translations originals that tell another one's story in another language
 * @param liveblogs first and later states of articles that grow under one id
 * @param updates articles sent again by their source under a new id, with {@code UPDATE 1-} and the like before the headline
 */
@RecordBuilder
public record Shares(
        double malformed,
        double resends,
        double revisions,
        double copies,
        double lateOriginals,
        double rewrites,
        double teasers,
        double forms,
        double translations,
        double liveblogs,
        double updates)
        implements SharesBuilder.With {
    /** A mixture close to what an aggregator of agencies and papers sees, with 5 % malformed and without updates. */
    public static final Shares DEFAULT = new Shares(0.05, 0.05, 0.03, 0.25, 0.02, 0.04, 0.004, 0.015, 0.005, 0.01, 0);

    /** As {@link #DEFAULT}, but each delivery is an article of its own, in its only version. */
    public static final Shares DISTINCT_ARTICLES =
            DEFAULT.withMalformed(0).withResends(0).withRevisions(0).withLiveblogs(0);

    private static final double LARGEST_SUM = 0.9;

    /** Throws {@link IllegalArgumentException} that names every share that is wrong. */
    public Shares {
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("malformed", malformed);
        parts.put("resends", resends);
        parts.put("revisions", revisions);
        parts.put("copies", copies);
        parts.put("forms", forms);
        parts.put("translations", translations);
        parts.put("liveblogs", liveblogs);
        parts.put("updates", updates);
        double sum = parts.values().stream().mapToDouble(Double::doubleValue).sum();
        Map<String, Double> all = new LinkedHashMap<>(parts);
        all.put("lateOriginals", lateOriginals);
        all.put("rewrites", rewrites);
        all.put("teasers", teasers);
        List<String> problems = new ArrayList<>();
        all.forEach((name, share) -> {
            if (!(share >= 0 && share <= 1)) {
                problems.add("the share of " + name + " must be between 0 and 1, not " + share);
            }
        });
        if (sum > LARGEST_SUM) {
            problems.add(String.join(", ", parts.keySet()) + " together must leave a tenth for originals");
        }
        if (lateOriginals > copies) {
            problems.add("lateOriginals must not exceed copies: only a copied original can be late");
        }
        if (rewrites + teasers > copies / 2) {
            problems.add("rewrites and teasers must not exceed half of the copies");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }
}
