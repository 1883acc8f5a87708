package dev.dateline.enrich.tag.spans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Compared with going through all rows of labels one by one. */
class ChainTest {
    private static final int SIZE = 3;
    private static final int LABELS = Labels.COUNT;

    private final Random random = new Random(1);
    private final double[][] scores = new double[SIZE][LABELS];
    private final double[] transitions = new double[LABELS * LABELS];
    private final double[] exponentials = new double[LABELS * LABELS];
    private final Chain chain = new Chain();

    ChainTest() {
        chain.start(SIZE);
        for (int token = 0; token < SIZE; token++) {
            for (int label = 1; label < LABELS; label++) {
                scores[token][label] = random.nextGaussian() * 2;
            }
            for (int label = 0; label < LABELS; label++) {
                chain.score(token, label, scores[token][label]);
            }
        }
        for (int i = 0; i < transitions.length; i++) {
            transitions[i] = random.nextGaussian();
            exponentials[i] = Math.exp(transitions[i]);
        }
    }

    private double score(int a, int b, int c) {
        boolean legal = Labels.starts(a) && Labels.follows(a, b) && Labels.follows(b, c) && Labels.ends(c);
        return legal
                ? scores[0][a] + scores[1][b] + scores[2][c] + transitions[a * LABELS + b] + transitions[b * LABELS + c]
                : Double.NEGATIVE_INFINITY;
    }

    @Test
    void decodesTheBestRow() {
        int[] best = new int[SIZE];
        double top = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < LABELS; a++) {
            for (int b = 0; b < LABELS; b++) {
                for (int c = 0; c < LABELS; c++) {
                    if (score(a, b, c) > top) {
                        top = score(a, b, c);
                        best = new int[] {a, b, c};
                    }
                }
            }
        }
        int[] labels = new int[SIZE];
        chain.decode(transitions, labels);
        assertThat(labels).isEqualTo(best);
    }

    @Test
    void sumsOverAllRows() {
        double sum = 0;
        double middle = 0;
        double pair = 0;
        int label = Labels.inside(Labels.type(1));
        for (int a = 0; a < LABELS; a++) {
            for (int b = 0; b < LABELS; b++) {
                for (int c = 0; c < LABELS; c++) {
                    double weight = Math.exp(score(a, b, c));
                    sum += weight;
                    middle += b == label ? weight : 0;
                    pair += a == 1 && b == label ? weight : 0;
                }
            }
        }
        assertThat(chain.sum(exponentials, 1)).isEqualTo(Math.log(sum), within(1e-9));
        assertThat(chain.probability(1, label)).isEqualTo(middle / sum, within(1e-9));
        assertThat(chain.probability(1, 1, label, exponentials)).isEqualTo(pair / sum, within(1e-9));
        int[] labels = {1, label, 0};
        assertThat(chain.probability(0, 1, labels, exponentials)).isEqualTo(pair / sum, within(1e-9));
    }

    @Test
    void sumsOverAllowedRowsOnly() {
        int[] outside = new int[SIZE];
        Arrays.fill(outside, 1);
        double log = chain.sum(exponentials, outside);
        assertThat(log).isEqualTo(2 * transitions[0], within(1e-9));
        assertThat(chain.probability(1, Labels.OUTSIDE)).isEqualTo(1, within(1e-9));
    }
}
