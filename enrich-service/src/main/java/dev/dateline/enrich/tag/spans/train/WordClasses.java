package dev.dateline.enrich.tag.spans.train;

import java.util.Arrays;

/**
 * Groups words that are used alike: the exchange algorithm (Kneser and Ney 1993; Martin et al. 1998), which moves each word to the class that
 * makes its neighbours on both sides likeliest, over and over. Words come in the order of their frequency, the commonest first.
 */
final class WordClasses {
    private static final int ROUNDS = 8;
    private static final int TABLE = 1 << 16;
    private static final double[] X_LOG_X = new double[TABLE];

    static {
        for (int i = 2; i < TABLE; i++) {
            X_LOG_X[i] = i * Math.log(i);
        }
    }

    private final int[][] contexts;
    private final int[][] counts;
    private final int classes;
    /** For each context, how often it goes with a word of each class. */
    private final int[][] joint;

    private final int[] totals;
    private final int[] of;
    private final double[] gains;

    private WordClasses(int[][] contexts, int[][] counts, int contextCount, int classes) {
        this.contexts = contexts;
        this.counts = counts;
        this.classes = classes;
        joint = new int[contextCount][classes];
        totals = new int[classes];
        of = new int[contexts.length];
        gains = new double[classes];
    }

    /**
     * Puts each word into a class.
     *
     * @param contexts for each word the neighbours it has, as numbers below {@code contextCount}
     * @param counts how often it has each
     * @return each word's class, 0 to {@code classes} - 1
     */
    static int[] of(int[][] contexts, int[][] counts, int contextCount, int classes) {
        return new WordClasses(contexts, counts, contextCount, classes).exchange();
    }

    private int[] exchange() {
        Arrays.fill(of, -1);
        for (int word = 0; word < Math.min(classes, of.length); word++) {
            move(word, word);
        }
        boolean moved = true;
        for (int round = 0; round < ROUNDS && moved; round++) {
            moved = false;
            for (int word = 0; word < of.length; word++) {
                int before = of[word];
                if (before >= 0) {
                    take(word);
                }
                int best = best(word);
                moved |= best != before;
                move(word, best);
            }
        }
        return of;
    }

    private int best(int word) {
        Arrays.fill(gains, 0);
        int total = 0;
        for (int i = 0; i < contexts[word].length; i++) {
            int[] row = joint[contexts[word][i]];
            int count = counts[word][i];
            double alone = xLogX(count);
            total += count;
            for (int c = 0; c < classes; c++) {
                int there = row[c];
                gains[c] += there == 0 ? alone : xLogX(there + count) - xLogX(there);
            }
        }
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < classes; c++) {
            // Both sides' contexts are in the total, so it counts once for each.
            double gain = gains[c] - xLogX(totals[c] + total) + xLogX(totals[c]);
            if (gain > most) {
                most = gain;
                best = c;
            }
        }
        return best;
    }

    private void take(int word) {
        add(word, of[word], -1);
        of[word] = -1;
    }

    private void move(int word, int to) {
        add(word, to, 1);
        of[word] = to;
    }

    private void add(int word, int to, int sign) {
        for (int i = 0; i < contexts[word].length; i++) {
            int count = sign * counts[word][i];
            joint[contexts[word][i]][to] += count;
            totals[to] += count;
        }
    }

    private static double xLogX(int x) {
        return x < TABLE ? X_LOG_X[x] : x * Math.log(x);
    }
}
