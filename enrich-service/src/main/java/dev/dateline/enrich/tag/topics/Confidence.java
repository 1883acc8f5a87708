package dev.dateline.enrich.tag.topics;

/**
 * How sure it is that an article is about a topic: a logistic function of how much speaks for the topic and of its share in all that
 * speaks for any. The coefficients were set by hand; docs/tags.md says how often it is right.
 */
final class Confidence {
    private static final double BIAS = -3.2;
    private static final double OF_AMOUNT = 0.6;
    private static final double OF_SHARE = 4.5;
    /** So many words have one mention of a term of weight 1 by chance; the share of a topic is taken with this much of nothing. */
    private static final double WORDS_PER_CHANCE = 60;

    private static final double LEAST_CHANCE = 1;
    /** A narrower topic with this much of what speaks for the broader one is half as sure. */
    private static final double HALF_SHARE = 0.3;

    private static final double DIGITS = 1000;

    private Confidence() {}

    /**
     * Confidences of all topics.
     *
     * @param scores by topic, of its terms
     * @param standings the same with the topics' head starts
     * @param words of the title and the body
     */
    static double[] of(Lexicon lexicon, double[] scores, double[] standings, int words) {
        double chance = LEAST_CHANCE + words / WORDS_PER_CHANCE;
        double all = chance;
        for (int topic = 0; topic < scores.length; topic++) {
            all += lexicon.parent(topic) < 0 ? Math.max(0, standings[topic]) : 0;
        }
        double[] confidences = new double[scores.length];
        for (int topic = 0; topic < scores.length; topic++) {
            if (lexicon.parent(topic) < 0 && standings[topic] > 0) {
                confidences[topic] = rounded(top(standings[topic] / chance, standings[topic] / all));
            }
        }
        for (int topic = 0; topic < scores.length; topic++) {
            int parent = lexicon.parent(topic);
            if (parent >= 0 && scores[topic] > 0 && scores[parent] > 0) {
                double share = Math.min(1, scores[topic] / scores[parent]);
                double absolute = scores[topic] / (scores[topic] + chance);
                double narrow = share * share / (share * share + HALF_SHARE * HALF_SHARE);
                confidences[topic] = rounded(confidences[parent] * narrow * absolute);
            }
        }
        return confidences;
    }

    private static double top(double amount, double share) {
        return 1 / (1 + Math.exp(-(BIAS + OF_AMOUNT * Math.log(amount) + OF_SHARE * share)));
    }

    private static double rounded(double confidence) {
        return Math.round(confidence * DIGITS) / DIGITS;
    }
}
