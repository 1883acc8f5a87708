package dev.dateline.enrich.sketch;

import java.util.Arrays;

/** The smallest distinct hashes of a text's numbers: a sample of them that is the same for equal sets (bottom-k sketch). */
final class NumberSet {
    private final int[] least = new int[Sketch.MAX_NUMBERS];
    private int size;

    void clear() {
        size = 0;
    }

    /** Adds the numbers among words. */
    void add(long[] words, int count) {
        for (int i = 0; i < count; i++) {
            if (Words.isNumber(words[i])) {
                add(words[i]);
            }
        }
    }

    private void add(long wordHash) {
        int hash = (int) Hashing.mix(wordHash);
        int place = size;
        while (place > 0 && Integer.compareUnsigned(least[place - 1], hash) > 0) {
            place--;
        }
        boolean known = place > 0 && least[place - 1] == hash;
        if (known || place == least.length) {
            return;
        }
        size = Math.min(size + 1, least.length);
        System.arraycopy(least, place, least, place + 1, size - place - 1);
        least[place] = hash;
    }

    /** Ascending as unsigned. */
    int[] hashes() {
        return Arrays.copyOf(least, size);
    }
}
