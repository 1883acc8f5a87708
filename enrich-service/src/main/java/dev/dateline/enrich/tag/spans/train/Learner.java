package dev.dateline.enrich.tag.spans.train;

import dev.dateline.enrich.tag.spans.Chain;
import dev.dateline.enrich.tag.spans.Features;
import dev.dateline.enrich.tag.spans.Labels;
import dev.dateline.enrich.tag.spans.Lexicon;
import dev.dateline.enrich.tag.spans.NameModel;
import dev.dateline.enrich.tag.spans.WeightTable;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Learns the weights of a conditional random field: stochastic gradient with a step for each weight (AdaGrad, Duchi et al. 2011), on sentences
 * whose labels may be known in part (the likelihood of all rows that fit, Tsuboi et al. 2008). Now and then a token hides the features
 * that name it, so that its surroundings learn to do without.
 */
final class Learner {
    private static final int LABELS = Labels.COUNT;
    private static final int NAMES = Labels.COUNT - 1;
    private static final double SMALLEST = 1e-3;

    /**
     * How to learn.
     *
     * @param rounds over all sentences; the result is the average of the second half
     * @param rate of the steps
     * @param hidden share of tokens that hide what names them
     * @param dropped share of all features that are left out, each time others
     * @param decay how much of a weight goes with each step
     * @param smallest weights of a feature that add up to less are left out
     */
    record Settings(int rounds, double rate, double hidden, double dropped, double decay, double smallest) {
        static final Settings USUAL = new Settings(8, 0.15, 0.15, 0.1, 2e-3, 0.2);
    }

    private final Settings settings;
    private final FeatureIndex index;
    private final int[][] rows;
    private final List<Example> examples;
    private final float[] weights;
    private final float[] squares;
    private final float[] sums;
    private final double[] transitions = new double[LABELS * LABELS];
    private final double[] transitionSquares = new double[LABELS * LABELS];
    private final double[] transitionSums = new double[LABELS * LABELS];
    private final double[] exponentials = new double[LABELS * LABELS];
    private final double[] gradient = new double[LABELS * LABELS];
    private final Chain full = new Chain();
    private final Chain fitting = new Chain();
    private final double[] scores = new double[LABELS];
    private final Random random = new Random(7);
    private final double[] slopes = new double[LABELS];
    private int summed;

    Learner(List<Example> examples, Settings settings) {
        this.examples = examples;
        this.settings = settings;
        index = new FeatureIndex(examples);
        rows = new int[examples.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = index.numbers(examples.get(i).features());
        }
        weights = new float[index.size() * NAMES];
        squares = new float[weights.length];
        sums = new float[weights.length];
    }

    int features() {
        return index.size();
    }

    /** One round over all sentences in a new order; the mean loss of a token. */
    double round() {
        int[] order = shuffled();
        double loss = 0;
        long tokens = 0;
        for (int i : order) {
            loss += learn(examples.get(i), rows[i]);
            tokens += examples.get(i).size();
        }
        return loss / tokens;
    }

    /** Takes the weights as they are now into the average that is the result. */
    void sum() {
        for (int i = 0; i < weights.length; i++) {
            sums[i] += weights[i];
        }
        for (int i = 0; i < transitions.length; i++) {
            transitionSums[i] += transitions[i];
        }
        summed++;
    }

    private int[] shuffled() {
        int[] order = new int[rows.length];
        for (int i = 0; i < order.length; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }

    private double learn(Example example, int[] features) {
        int size = example.size();
        int[] seen = hide(features, size);
        full.start(size);
        fitting.start(size);
        for (int token = 0; token < size; token++) {
            score(seen, token);
            for (int label = 0; label < LABELS; label++) {
                full.score(token, label, scores[label]);
                fitting.score(token, label, scores[label]);
            }
        }
        for (int i = 0; i < transitions.length; i++) {
            exponentials[i] = Math.exp(transitions[i]);
        }
        double loss = full.sum(exponentials, 1) - fitting.sum(exponentials, example.allowed());
        for (int token = 0; token < size; token++) {
            update(seen, token, example.weight());
        }
        updateTransitions(size, example.weight());
        return loss;
    }

    /** A copy without the features that are hidden this time. */
    private int[] hide(int[] features, int size) {
        int[] seen = features.clone();
        for (int token = 0; token < size; token++) {
            int at = token * Features.COUNT;
            if (random.nextDouble() < settings.hidden()) {
                Arrays.fill(seen, at, at + Features.LEXICAL, -1);
            }
            for (int i = 0; i < Features.COUNT; i++) {
                if (random.nextInt(1000) < settings.dropped() * 1000) {
                    seen[at + i] = -1;
                }
            }
        }
        return seen;
    }

    private void score(int[] features, int token) {
        Arrays.fill(scores, 0);
        for (int i = token * Features.COUNT; i < (token + 1) * Features.COUNT; i++) {
            if (features[i] >= 0) {
                int row = features[i] * NAMES;
                for (int label = 0; label < NAMES; label++) {
                    scores[label + 1] += weights[row + label];
                }
            }
        }
    }

    private void update(int[] features, int token, double weight) {
        double most = 0;
        for (int label = 1; label < LABELS; label++) {
            slopes[label] = (full.probability(token, label) - fitting.probability(token, label)) * weight;
            most = Math.max(most, Math.abs(slopes[label]));
        }
        if (most < SMALLEST) {
            return;
        }
        for (int i = token * Features.COUNT; i < (token + 1) * Features.COUNT; i++) {
            if (features[i] < 0) {
                continue;
            }
            int row = features[i] * NAMES;
            for (int label = 0; label < NAMES; label++) {
                float slope = (float) slopes[label + 1];
                if (Math.abs(slope) > SMALLEST) {
                    int at = row + label;
                    float pull = slope + (float) settings.decay() * weights[at];
                    squares[at] += slope * slope;
                    weights[at] -= (float) (settings.rate() * pull / Math.sqrt(squares[at] + 0.1));
                }
            }
        }
    }

    private void updateTransitions(int size, double weight) {
        Arrays.fill(gradient, 0);
        for (int token = 1; token < size; token++) {
            for (int label = 0; label < LABELS; label++) {
                for (int before : Labels.before(label)) {
                    gradient[before * LABELS + label] += weight
                            * (full.probability(token, before, label, exponentials)
                                    - fitting.probability(token, before, label, exponentials));
                }
            }
        }
        for (int i = 0; i < gradient.length; i++) {
            if (gradient[i] != 0) {
                transitionSquares[i] += gradient[i] * gradient[i];
                transitions[i] -= settings.rate() * gradient[i] / Math.sqrt(transitionSquares[i] + 1);
            }
        }
    }

    /** The model of the averaged weights, each in a byte, without the features that matter little. */
    NameModel model(Lexicon lexicon, double sharpness) {
        int[] hashes = index.hashes();
        int kept = 0;
        float most = 0;
        boolean[] keep = new boolean[hashes.length];
        for (int i = 0; i < hashes.length; i++) {
            float total = 0;
            for (int label = 0; label < NAMES; label++) {
                float weight = Math.abs(sums[i * NAMES + label] / summed);
                total += weight;
                most = Math.max(most, weight);
            }
            keep[i] = total >= settings.smallest();
            kept += keep[i] ? 1 : 0;
        }
        // A few huge weights must not make all others coarse.
        double unit = Math.min(most, 4) / 127;
        int[] features = new int[kept];
        byte[] bytes = new byte[kept * NAMES];
        int at = 0;
        for (int i = 0; i < hashes.length; i++) {
            if (keep[i]) {
                features[at] = hashes[i];
                for (int label = 0; label < NAMES; label++) {
                    long weight = Math.round(sums[i * NAMES + label] / summed / unit);
                    bytes[at * NAMES + label] = (byte) Math.max(-127, Math.min(127, weight));
                }
                at++;
            }
        }
        double[] averaged = new double[transitions.length];
        for (int i = 0; i < averaged.length; i++) {
            averaged[i] = (float) (transitionSums[i] / summed);
        }
        return new NameModel(lexicon, new WeightTable(features, bytes, unit), averaged, sharpness);
    }
}
