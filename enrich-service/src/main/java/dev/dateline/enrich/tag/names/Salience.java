package dev.dateline.enrich.tag.names;

import java.util.List;

/**
 * How much an article is about an entity, by the features that best tell salient entities (Dunietz and Gillick, "A new entity salience task with
 * millions of training examples", 2014): the headline, the first mention, the number of mentions; and how far they spread.
 */
final class Salience {
    private static final double TITLE = 0.3;
    private static final double FIRST = 0.25;
    private static final double COUNT = 0.3;
    private static final double SPREAD = 0.15;

    /** Mentions that count in full; ten more are hardly more. */
    private static final double MANY = Math.log(1 + 10.0);

    private Salience() {}

    /**
     * 0 to 1.
     *
     * @param occurrences of one entity, at least one
     * @param tokens of the body
     */
    static double of(List<Occurrence> occurrences, int tokens) {
        int first = tokens;
        int last = 0;
        boolean title = false;
        for (Occurrence occurrence : occurrences) {
            if (occurrence.title()) {
                title = true;
            } else {
                first = Math.min(first, occurrence.first());
                last = Math.max(last, occurrence.first());
            }
        }
        double length = Math.max(1, tokens);
        double early = 1 - first / length;
        double spread = last > first ? (last - first) / length : 0;
        double many = Math.min(1, Math.log1p(occurrences.size()) / MANY);
        double salience = (title ? TITLE : 0) + FIRST * early * early + COUNT * many + SPREAD * spread;
        return Math.round(salience * 1000) / 1000.0;
    }
}
