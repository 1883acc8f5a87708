package dev.dateline.enrich.sketch;

import java.util.Arrays;

/**
 * Keys of how a text begins. A teaser is the first paragraph of a text many times as long: all of it is in the other, and yet they have
 * few components in common. By their beginnings they meet. Each key is made of two shingles of the beginning, drawn by permutations, so
 * that another dateline before it does not part them, and one common phrase does not bring everybody together.
 */
final class Lead {
    static final int KEYS = 4;
    private static final int ROWS = 2;
    /** Shingles that are the beginning: as many as 32 words have, a sentence or two. */
    private static final int SHINGLES = 28;
    /** Beyond the rounds of the signature. */
    private static final int FIRST_ROUND = 1 << 16;

    private final long[] least = new long[KEYS * ROWS];
    private int read;

    void clear() {
        Arrays.fill(least, Long.MAX_VALUE);
        read = 0;
    }

    /** Adds shingles in the order of the text. */
    void add(long[] shingles, int count) {
        int most = Math.min(count, SHINGLES - read);
        for (int i = 0; i < most; i++) {
            for (int draw = 0; draw < least.length; draw++) {
                least[draw] = Math.min(least[draw], Hashing.again(shingles[i], FIRST_ROUND + draw));
            }
        }
        read += most;
    }

    /** If there is a beginning, what is added from here on does not belong to it. */
    void end() {
        read = read == 0 ? 0 : SHINGLES;
    }

    /** Writes the keys behind those of the bands. */
    void writeKeys(int[] keys, int from) {
        for (int key = 0; key < KEYS; key++) {
            keys[from + key] = BandKey.of(from + key, least, key * ROWS, ROWS);
        }
    }
}
