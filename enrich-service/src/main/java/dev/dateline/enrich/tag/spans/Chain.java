package dev.dateline.enrich.tag.spans;

import java.util.Arrays;

/**
 * A row of tokens with a score for each label, and the sums over all legal rows of labels: a linear-chain conditional random field
 * (Lafferty et al. 2001). Label {@link Labels#OUTSIDE} always scores 0. Reused; not thread-safe.
 */
public final class Chain {
    private static final int LABELS = Labels.COUNT;

    private final double[] scores = new double[Attributes.LONGEST * LABELS];
    private final double[] potentials = new double[Attributes.LONGEST * LABELS];
    private final double[] forward = new double[Attributes.LONGEST * LABELS];
    private final double[] backward = new double[Attributes.LONGEST * LABELS];
    private final double[] scales = new double[Attributes.LONGEST];
    private final double[] best = new double[2 * LABELS];
    private final byte[] from = new byte[Attributes.LONGEST * LABELS];
    private final int[] allowed = new int[Attributes.LONGEST];
    private int size;

    /** Begins a row of that many tokens whose scores are set next. */
    public void start(int tokens) {
        size = tokens;
    }

    public int size() {
        return size;
    }

    public void score(int token, int label, double score) {
        scores[token * LABELS + label] = score;
    }

    /** The best row of labels (Viterbi 1967), written to {@code labels}. */
    public void decode(double[] transitions, int[] labels) {
        int current = 0;
        for (int label = 0; label < LABELS; label++) {
            best[label] = Labels.starts(label) ? scores[label] : Double.NEGATIVE_INFINITY;
        }
        for (int token = 1; token < size; token++) {
            int previous = current;
            current = LABELS - current;
            step(token, previous, current, transitions);
        }
        int last = Labels.OUTSIDE;
        double top = Double.NEGATIVE_INFINITY;
        for (int label = 0; label < LABELS; label++) {
            if (Labels.ends(label) && best[current + label] > top) {
                top = best[current + label];
                last = label;
            }
        }
        for (int token = size - 1; token >= 0; token--) {
            labels[token] = last;
            last = from[token * LABELS + last];
        }
    }

    private void step(int token, int previous, int current, double[] transitions) {
        for (int label = 0; label < LABELS; label++) {
            double top = Double.NEGATIVE_INFINITY;
            int origin = 0;
            for (int before : Labels.before(label)) {
                double sum = best[previous + before] + transitions[before * LABELS + label];
                if (sum > top) {
                    top = sum;
                    origin = before;
                }
            }
            best[current + label] = top + scores[token * LABELS + label];
            from[token * LABELS + label] = (byte) origin;
        }
    }

    /**
     * Sums over all legal rows, so that {@link #probability} can be asked.
     *
     * @param exponentials of the transitions' scores
     * @param sharpness what the scores are multiplied with
     * @return the logarithm of the sum
     */
    public double sum(double[] exponentials, double sharpness) {
        Arrays.fill(allowed, 0, size, -1);
        return sumAllowed(exponentials, sharpness);
    }

    /** The same over the rows whose labels are allowed, as bits for each token. */
    public double sum(double[] exponentials, int[] masks) {
        System.arraycopy(masks, 0, allowed, 0, size);
        return sumAllowed(exponentials, 1);
    }

    private double sumAllowed(double[] exponentials, double sharpness) {
        double log = 0;
        for (int token = 0; token < size; token++) {
            log += potentials(token, sharpness);
            double sum = 0;
            for (int label = 0; label < LABELS; label++) {
                double into = token == 0 ? (Labels.starts(label) ? 1 : 0) : arrivals(token, label, exponentials);
                double value = into * potentials[token * LABELS + label];
                if (token == size - 1 && !Labels.ends(label)) {
                    value = 0;
                }
                forward[token * LABELS + label] = value;
                sum += value;
            }
            scales[token] = sum;
            log += Math.log(sum);
            for (int label = 0; label < LABELS; label++) {
                forward[token * LABELS + label] /= sum;
            }
        }
        backwards(exponentials);
        return log;
    }

    private double potentials(int token, double sharpness) {
        int row = token * LABELS;
        double top = Double.NEGATIVE_INFINITY;
        for (int label = 0; label < LABELS; label++) {
            if ((allowed[token] >>> label & 1) != 0) {
                top = Math.max(top, scores[row + label] * sharpness);
            }
        }
        for (int label = 0; label < LABELS; label++) {
            boolean may = (allowed[token] >>> label & 1) != 0;
            potentials[row + label] = may ? Math.exp(scores[row + label] * sharpness - top) : 0;
        }
        return top;
    }

    private double arrivals(int token, int label, double[] exponentials) {
        double sum = 0;
        for (int before : Labels.before(label)) {
            sum += forward[(token - 1) * LABELS + before] * exponentials[before * LABELS + label];
        }
        return sum;
    }

    private void backwards(double[] exponentials) {
        int row = (size - 1) * LABELS;
        for (int label = 0; label < LABELS; label++) {
            backward[row + label] = Labels.ends(label) ? 1 : 0;
        }
        for (int token = size - 2; token >= 0; token--) {
            Arrays.fill(backward, token * LABELS, (token + 1) * LABELS, 0);
            for (int label = 0; label < LABELS; label++) {
                int next = (token + 1) * LABELS + label;
                double out = potentials[next] * backward[next] / scales[token + 1];
                for (int before : Labels.before(label)) {
                    backward[token * LABELS + before] += exponentials[before * LABELS + label] * out;
                }
            }
        }
    }

    /** The probability of a label, after {@link #sum}. */
    public double probability(int token, int label) {
        return forward[token * LABELS + label] * backward[token * LABELS + label];
    }

    /** The probability of two labels at {@code token} - 1 and {@code token}. */
    public double probability(int token, int before, int label, double[] exponentials) {
        int at = token * LABELS + label;
        return forward[(token - 1) * LABELS + before]
                * exponentials[before * LABELS + label]
                * potentials[at]
                * backward[at]
                / scales[token];
    }

    /** The probability that the tokens {@code first} to {@code last} have just these labels. */
    double probability(int first, int last, int[] labels, double[] exponentials) {
        double product = forward[first * LABELS + labels[first]];
        for (int token = first + 1; token <= last; token++) {
            product *= exponentials[labels[token - 1] * LABELS + labels[token]]
                    * potentials[token * LABELS + labels[token]]
                    / scales[token];
        }
        return product * backward[last * LABELS + labels[last]];
    }
}
