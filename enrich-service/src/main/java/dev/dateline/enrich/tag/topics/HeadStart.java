package dev.dateline.enrich.tag.topics;

import dev.dateline.enrich.tag.text.ResourceLines;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How much speaks for a topic before any term does: news tells of politics more often than of weather. It decides where little else does,
 * in a headline, and is nothing beside the terms of a whole article. docs/tags.md says where the shares come from.
 */
final class HeadStart {
    /** In weights of terms, per unit of the natural logarithm; chosen on half A of the development part. */
    private static final double STRENGTH = 2;
    /** The share of a score that a head start below 0 leaves at least. */
    private static final double LEFT = 0.1;

    private static final Map<String, Double> BY_CODE = read();

    private HeadStart() {}

    private static Map<String, Double> read() {
        List<String[]> rows = ResourceLines.of(HeadStart.class, "shares.tsv").stream()
                .map(line -> line.split("\t", -1))
                .toList();
        return rows.stream()
                .collect(Collectors.toUnmodifiableMap(
                        row -> row[0], row -> STRENGTH * Math.log(rows.size() * Double.parseDouble(row[1]))));
    }

    /** Of a topic of the top level; 0 for all others, as for one that is as frequent as the mean. */
    static double of(String code) {
        return BY_CODE.getOrDefault(code, 0.0);
    }

    /** The score of a topic with its head start; one for which no term speaks gets none. */
    static double added(double score, double headStart) {
        return score <= 0 ? score : Math.max(score + headStart, score * LEFT);
    }
}
