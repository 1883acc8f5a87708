package dev.dateline.enrich.near;

import dev.dateline.enrich.sketch.Sketch;
import java.time.Duration;

/**
 * When two texts are copies of each other. Copies are truncated and extended, so containment decides: the share of the smaller text's
 * shingles that the larger one has, estimated from the signatures. Templates look like copies and differ in their numbers: most of these
 * have to agree. An update of the same news has some new ones; it comes within hours, so for so long half of them will do, and texts with
 * a number or two need not agree in these.
 *
 * @param threshold the least estimated containment
 * @param window the longest time between the two publications
 * @param updatesWithin how long after a text an update of it may come
 * @param sharedNumbers beyond that time, the least share of the numbers of the text that has fewer
 */
public record CopyRule(double threshold, Duration window, Duration updatesWithin, double sharedNumbers) {
    public static final CopyRule DEFAULT = new CopyRule(0.6, Duration.ofDays(7), Duration.ofHours(12), 0.6);

    private static final int FEW_NUMBERS = 3;
    private static final double UPDATED_SHARE = 0.5;

    /** The evidence for and against two texts being copies. */
    public Comparison compare(Sketch a, Sketch b, Duration apart) {
        int equal = 0;
        for (int i = 0; i < a.signature().length; i++) {
            equal += a.signature()[i] == b.signature()[i] ? 1 : 0;
        }
        double jaccard = jaccard(equal, a.signature().length);
        double containment = containment(jaccard, a.shingles(), b.shingles());
        NumberOverlap numbers = NumberOverlap.of(a.numbers(), b.numbers());
        return new Comparison(
                jaccard,
                containment,
                numbers.shared(),
                numbers.fewer(),
                apart.abs(),
                judge(
                        containment,
                        numbers.shared(),
                        numbers.fewer(),
                        apart.abs().toMillis()));
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
        return sharedNumbers >= requiredNumbers(fewerNumbers, apartMs) * fewerNumbers
                ? Comparison.Judgement.COPY
                : Comparison.Judgement.OTHER_NUMBERS;
    }

    /** The share of the numbers of the text with fewer that the other has to have, too. */
    public double requiredNumbers(int fewer, Duration apart) {
        return requiredNumbers(fewer, apart.toMillis());
    }

    private double requiredNumbers(int fewer, long apartMs) {
        if (apartMs > updatesWithin.toMillis()) {
            return sharedNumbers;
        }
        return fewer < FEW_NUMBERS ? 0 : Math.min(UPDATED_SHARE, sharedNumbers);
    }
}
