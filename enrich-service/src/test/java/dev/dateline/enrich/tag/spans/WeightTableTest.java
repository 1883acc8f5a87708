package dev.dateline.enrich.tag.spans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class WeightTableTest {
    private static final int FEATURES = 1000;
    private static final int LABELS = Labels.COUNT - 1;

    @Test
    void addsAsOneWouldByHand() {
        Random random = new Random(5);
        int[] features =
                random.ints(FEATURES).filter(f -> f != 0).sorted().distinct().toArray();
        byte[] weights = new byte[features.length * LABELS];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (byte) (random.nextInt(255) - 127);
        }
        WeightTable table = new WeightTable(features, weights, 0.5);
        int[] asked = {features[3], features[700], features[999 % features.length], 12345, features[3]};
        double[] expected = new double[Labels.COUNT];
        for (int feature : asked) {
            int at = java.util.Arrays.binarySearch(features, feature);
            for (int label = 0; at >= 0 && label < LABELS; label++) {
                expected[label + 1] += weights[at * LABELS + label] * 0.5;
            }
        }
        double[] scores = new double[Labels.COUNT];
        double top = table.add(asked, scores);
        assertThat(scores).containsExactly(expected, within(1e-9));
        assertThat(top)
                .isEqualTo(java.util.Arrays.stream(expected).skip(1).max().orElseThrow());
    }
}
