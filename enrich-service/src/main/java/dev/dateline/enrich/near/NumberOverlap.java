package dev.dateline.enrich.near;

import dev.dateline.enrich.sketch.Sketch;

/**
 * How far the numbers of two texts agree. Of a text with many, only the smallest hashes are known: what lies beyond the last of them
 * is unknown, so nothing beyond is counted in the other text either (bottom-k sketches, Cohen and Kaplan 2007).
 *
 * @param shared numbers that both texts have
 * @param fewer numbers of the text that has fewer
 */
public record NumberOverlap(int shared, int fewer) {

    /** The overlap of two texts' numbers as their sketches have them. */
    public static NumberOverlap of(int[] a, int[] b) {
        return of(a, 0, a.length, b, 0, b.length);
    }

    /** The same, of parts of arrays: each from an index to before another one. */
    public static NumberOverlap of(int[] a, int fromA, int toA, int[] b, int fromB, int toB) {
        int shared = 0;
        int i = fromA;
        int j = fromB;
        while (i < toA && j < toB) {
            int order = Integer.compareUnsigned(a[i], b[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        int countA = j == toB && isCut(toB - fromB) ? i - fromA : toA - fromA;
        int countB = i == toA && isCut(toA - fromA) ? j - fromB : toB - fromB;
        return new NumberOverlap(shared, Math.min(countA, countB));
    }

    private static boolean isCut(int hashes) {
        return hashes == Sketch.MAX_NUMBERS;
    }
}
