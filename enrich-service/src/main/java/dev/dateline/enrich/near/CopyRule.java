package dev.dateline.enrich.near;

import dev.dateline.enrich.sketch.Sketch;
import java.time.Duration;

/**
 * When two texts are copies of each other. Copies are truncated and extended, so containment decides: the share of the smaller text's
 * shingles that the larger one has, estimated from the signatures. Templates look like copies and differ in their numbers.
 *
 * @param threshold the least estimated containment
 * @param window the longest time between the two publications
 * @param anyNumbersWithin up to this time apart, numbers may differ: an update of the same news
 * @param sharedNumbers beyond it, the least share of the numbers of the text that has fewer
 */
public record CopyRule(double threshold, Duration window, Duration anyNumbersWithin, double sharedNumbers) {
    public static final CopyRule DEFAULT = new CopyRule(0.6, Duration.ofDays(7), Duration.ofHours(12), 0.6);

    /** The evidence for and against two texts being copies. */
    public Comparison compare(Sketch a, Sketch b, Duration apart) {
        int equal = 0;
        for (int i = 0; i < a.signature().length; i++) {
            equal += a.signature()[i] == b.signature()[i] ? 1 : 0;
        }
        double jaccard = jaccard(equal, a.signature().length);
        double containment = containment(jaccard, a.shingles(), b.shingles());
        int shared = shared(a.numbers(), b.numbers());
        int fewer = Math.min(a.numbers().length, b.numbers().length);
        return new Comparison(
                jaccard,
                containment,
                shared,
                fewer,
                apart.abs(),
                judge(containment, shared, fewer, apart.abs().toMillis()));
    }

    /** Jaccard similarity from equal components; two different ones are equal in their 8 bits once in 256 times. */
    public static double jaccard(int equal, int components) {
        double chance = 1.0 / 256;
        return Math.max(0, ((double) equal / components - chance) / (1 - chance));
    }

    /** C = J / (1 + J) * (|A| + |B|) / min(|A|, |B|), at most 1. */
    public static double containment(double jaccard, int sizeA, int sizeB) {
        return Math.min(1, jaccard / (1 + jaccard) * ((double) sizeA + sizeB) / Math.min(sizeA, sizeB));
    }

    /** The judgement on two texts, from what was counted. */
    public Comparison.Judgement judge(double containment, int sharedNumbers, int fewerNumbers, long apartMs) {
        if (apartMs > window.toMillis()) {
            return Comparison.Judgement.TOO_FAR_APART;
        }
        if (containment < threshold) {
            return Comparison.Judgement.TOO_DIFFERENT;
        }
        boolean agree = apartMs <= anyNumbersWithin.toMillis() || sharedNumbers >= this.sharedNumbers * fewerNumbers;
        return agree ? Comparison.Judgement.COPY : Comparison.Judgement.OTHER_NUMBERS;
    }

    private static int shared(int[] a, int[] b) {
        int shared = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            int order = Integer.compareUnsigned(a[i], b[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return shared;
    }
}
