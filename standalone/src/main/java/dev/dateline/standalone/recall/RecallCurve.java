package dev.dateline.standalone.recall;

import dev.dateline.enrich.near.CopySettings;
import dev.dateline.enrich.sketch.Sketch;
import dev.dateline.enrich.sketch.SketchSettings;
import dev.dateline.enrich.sketch.Sketcher;
import dev.dateline.standalone.compare.SharedBands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * How many of the pairs of texts with a known overlap are found. The two texts of a pair are published at the same time, so numbers do not
 * count.
 *
 * @param pairs measured for each point
 * @param rewritten texts of equal length that share one passage
 * @param truncated texts and their beginnings
 * @param excerpted texts and their ends
 */
public record RecallCurve(
        long seed,
        int pairs,
        int words,
        SketchSettings sketching,
        double threshold,
        List<Point> rewritten,
        List<Point> truncated,
        List<Point> excerpted) {
    private static final int WORDS = 400;
    private static final int STEPS = 20;
    private static final double DIGITS = 1e4;

    /**
     * Pairs that have the same in common.
     *
     * @param jaccard share of common shingles among all of both, as it is
     * @param containment share of the smaller text's shingles that the larger has, as it is
     * @param expected the share of such pairs that should be compared by their bands alone: 1-(1-J^r)^b
     * @param compared the share that was, because the two share a band
     * @param found the share that was taken for copies
     */
    public record Point(double jaccard, double containment, double expected, double compared, double found) {}

    /**
     * Measures the curve; the same seed gives the same curve.
     *
     * @param pairs for each point
     */
    public static RecallCurve measure(CopySettings copies, long seed, int pairs) {
        TextPairs texts = new TextPairs(seed, WORDS, copies.sketch().shingleWords());
        List<Point> rewritten = new ArrayList<>();
        List<Point> truncated = new ArrayList<>();
        List<Point> excerpted = new ArrayList<>();
        int all = texts.shingles();
        for (int step = 1; step <= STEPS; step++) {
            int shared = Math.max(1, all * step / STEPS);
            double share = (double) shared / all;
            rewritten.add(point(copies, share / (2 - share), share, pairs, i -> texts.rewritten(shared)));
            truncated.add(point(copies, share, 1, pairs, i -> texts.truncated(shared)));
            excerpted.add(point(copies, share, 1, pairs, i -> texts.excerpted(shared)));
        }
        return new RecallCurve(
                seed,
                pairs,
                WORDS,
                copies.sketch(),
                copies.rule().threshold(),
                List.copyOf(rewritten),
                List.copyOf(truncated),
                List.copyOf(excerpted));
    }

    private static Point point(
            CopySettings copies, double jaccard, double containment, int pairs, IntFunction<TextPairs.Pair> texts) {
        Sketcher sketcher = new Sketcher(copies.sketch());
        int compared = 0;
        int found = 0;
        for (int i = 0; i < pairs; i++) {
            TextPairs.Pair pair = texts.apply(i);
            Sketch a = sketcher.sketch("", pair.a());
            Sketch b = sketcher.sketch("", pair.b());
            boolean meet = SharedBands.count(a, b) > 0;
            compared += meet ? 1 : 0;
            found += meet && copies.rule().compare(a, b, Duration.ZERO).isCopy() ? 1 : 0;
        }
        double expected = SharedBands.chance(
                jaccard, copies.sketch().bands(), copies.sketch().rows());
        return new Point(
                rounded(jaccard),
                rounded(containment),
                rounded(expected),
                rounded((double) compared / pairs),
                rounded((double) found / pairs));
    }

    private static double rounded(double value) {
        return Math.round(value * DIGITS) / DIGITS;
    }
}
