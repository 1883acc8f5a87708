package dev.dateline.standalone.recall;

import dev.dateline.standalone.compare.SharedBands;
import dev.dateline.standalone.recall.Plot.At;
import dev.dateline.standalone.recall.RecallCurve.Point;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The curve as a drawing (SVG) that can be read on light and on dark pages. */
public final class RecallChart {
    private static final int TOP = 48;
    private static final int FIRST = 70;
    private static final int SECOND = 460;

    private static final String FRAME =
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 790 390" width="790" height="390" role="img" \
            aria-label="Recall by similarity: pairs compared by Jaccard similarity, and copies found by containment">
            <style>
            svg { --page: #ffffff; --ink: #24292f; --grid: #d0d7de; --theory: #6e7781; --one: #0550ae; --two: #bc4c00; --three: #116329 }
            @media (prefers-color-scheme: dark) {
              svg { --page: #0d1117; --ink: #e6edf3; --grid: #30363d; --theory: #9198a1; --one: #79c0ff; --two: #ffa657; --three: #7ee787 }
            }
            .page { fill: var(--page) }
            text { fill: var(--ink); font: 12px sans-serif; text-anchor: middle }
            .title { font-size: 14px; font-weight: bold }
            .legend { text-anchor: start }
            .limit-name { text-anchor: end }
            .grid { stroke: var(--grid) }
            .limit { stroke: var(--ink); stroke-dasharray: 2 3 }
            .theory, .one, .two, .three { fill: none; stroke-width: 2 }
            .theory { stroke: var(--theory); stroke-dasharray: 6 4 }
            .one { stroke: var(--one) }
            .two { stroke: var(--two) }
            .three { stroke: var(--three) }
            circle.one { fill: var(--one) }
            circle.two { fill: var(--two) }
            circle.three { fill: var(--three) }
            </style>
            <rect class="page" width="790" height="390" rx="6"/>
            """;

    private RecallChart() {}

    public static String svg(RecallCurve curve) {
        int bands = curve.sketching().bands();
        int rows = curve.sketching().rows();
        Plot candidates = new Plot(FIRST, TOP, "Compared", "Jaccard similarity J", "share of pairs")
                .curve("theory", jaccard -> SharedBands.chance(jaccard, bands, rows))
                .marks("one", at(curve.rewritten(), Point::jaccard, Point::compared))
                .marks("two", at(curve.truncated(), Point::jaccard, Point::compared))
                .marks("three", at(curve.excerpted(), Point::jaccard, Point::compared))
                .legend(3, "theory", "1-(1-J^" + rows + ")^" + bands);
        List<At> rewritten = at(curve.rewritten(), Point::containment, Point::found);
        List<At> truncated = at(curve.truncated(), Point::jaccard, Point::found);
        List<At> excerpted = at(curve.excerpted(), Point::jaccard, Point::found);
        Plot verdicts = new Plot(SECOND, TOP, "Found as copies", "containment, or share that is kept", "share of pairs")
                .limit(curve.threshold(), "threshold")
                .line("one", rewritten)
                .marks("one", rewritten)
                .line("three", excerpted)
                .marks("three", excerpted)
                .line("two", truncated)
                .marks("two", truncated)
                .legend(1, "one", "equal lengths")
                .legend(2, "two", "beginnings")
                .legend(3, "three", "ends");
        return FRAME + candidates.svg() + verdicts.svg() + "</svg>\n";
    }

    private static List<At> at(List<Point> points, ToDoubleFunction<Point> x, ToDoubleFunction<Point> y) {
        return points.stream()
                .map(point -> new At(x.applyAsDouble(point), y.applyAsDouble(point)))
                .toList();
    }
}
