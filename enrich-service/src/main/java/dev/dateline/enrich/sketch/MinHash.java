package dev.dateline.enrich.sketch;

import java.util.Arrays;

/**
 * MinHash signature of a set of hashes: the share of components in which two signatures are equal estimates the Jaccard similarity of
 * the sets without bias.
 *
 * <p>One permutation (Li, Owen and Zhang 2012): a hash falls into one component, which keeps the least. Small sets leave components
 * empty; these are filled by hashing the set anew, round by round, as in fast similarity sketching (Dahlgaard, Knudsen and Thorup
 * 2017), and the last of them by a permutation of their own. Unlike copies of other components (densification), these are nearly
 * independent, which short texts need most.
 */
final class MinHash {
    private static final int ROUNDS = 16;
    private static final long EMPTY = Long.MAX_VALUE;

    private final long[] least;
    private final boolean[] filled;

    MinHash(int components) {
        this.least = new long[components];
        this.filled = new boolean[components];
        clear();
    }

    void clear() {
        Arrays.fill(least, EMPTY);
    }

    /** Adds well mixed hashes. */
    void add(long[] hashes, int count) {
        for (int i = 0; i < count; i++) {
            int component = component(hashes[i]);
            least[component] = Math.min(least[component], hashes[i] >>> 1);
        }
    }

    /**
     * Fills what is empty.
     *
     * @param hashes all that were added
     * @param count how many, at least one
     */
    void fill(long[] hashes, int count) {
        for (int round = 1; round <= ROUNDS && markFilled() < least.length; round++) {
            for (int i = 0; i < count; i++) {
                addIfEmpty(Hashing.again(hashes[i], round));
            }
        }
        markFilled();
        for (int component = 0; component < least.length; component++) {
            if (!filled[component]) {
                least[component] = leastOf(hashes, count, ROUNDS + 1 + component);
            }
        }
    }

    /** The lowest 8 bits of each component. */
    byte[] signature() {
        byte[] signature = new byte[least.length];
        for (int i = 0; i < least.length; i++) {
            signature[i] = (byte) least[i];
        }
        return signature;
    }

    /** Writes the keys of all bands, each of which has its own components, from the first place on. */
    void writeBands(int[] keys, int bands, int rows) {
        for (int band = 0; band < bands; band++) {
            keys[band] = BandKey.of(band, least, band * rows, rows);
        }
    }

    private void addIfEmpty(long hash) {
        int component = component(hash);
        if (!filled[component]) {
            least[component] = Math.min(least[component], hash >>> 1);
        }
    }

    private int markFilled() {
        int count = 0;
        for (int i = 0; i < least.length; i++) {
            filled[i] = least[i] != EMPTY;
            count += filled[i] ? 1 : 0;
        }
        return count;
    }

    private static long leastOf(long[] hashes, int count, int round) {
        long least = EMPTY;
        for (int i = 0; i < count; i++) {
            least = Math.min(least, Hashing.again(hashes[i], round) >>> 1);
        }
        return least;
    }

    /** By the upper half, so that the order inside a component is left to the lower. */
    private int component(long hash) {
        return (int) (((hash >>> Integer.SIZE) * least.length) >>> Integer.SIZE);
    }
}
