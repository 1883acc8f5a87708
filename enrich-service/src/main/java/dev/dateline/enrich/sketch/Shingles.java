package dev.dateline.enrich.sketch;

import java.util.Arrays;

/** Hashes of overlapping runs of words, rolled on from word to word. A text with fewer words than a run is one shingle. */
final class Shingles {
    private static final long FACTOR = 0xD1342543DE82EF95L;

    private final long[] window;
    private final long leaving;
    private int next;
    private int read;
    private long rolled;

    /** @param width words in a shingle */
    Shingles(int width) {
        this.window = new long[width];
        long power = 1;
        for (int i = 0; i < width; i++) {
            power *= FACTOR;
        }
        this.leaving = power;
    }

    /** Begins a text in place of the one before. */
    void begin() {
        Arrays.fill(window, 0);
        next = 0;
        read = 0;
        rolled = 0;
    }

    /**
     * Puts the hashes of shingles in the place of the words that they end with.
     *
     * @param words the next words of the text
     * @param count how many there are
     * @return how many shingles end with them
     */
    int roll(long[] words, int count) {
        int shingles = 0;
        for (int i = 0; i < count; i++) {
            long word = words[i];
            rolled = rolled * FACTOR + word - window[next] * leaving;
            window[next] = word;
            next = next + 1 == window.length ? 0 : next + 1;
            read++;
            words[shingles] = last();
            shingles += read >= window.length ? 1 : 0;
        }
        return shingles;
    }

    /** The shingle that ends with the last word. */
    long last() {
        return Hashing.mix(rolled);
    }

    /** True if the words so far are too few for one shingle of full width. */
    boolean isShort() {
        return read > 0 && read < window.length;
    }

    int words() {
        return read;
    }
}
