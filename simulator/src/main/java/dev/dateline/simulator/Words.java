package dev.dateline.simulator;

import java.util.Arrays;

/**
 * The words of a text as numbers: runs of letters, digits and marks in lower case, so that case, blanks and punctuation do not
 * count. Compares texts by their distinct shingles of five words.
 */
final class Words {
    static final int SHINGLE = 5;
    private static final long OFFSET = 0xCBF29CE484222325L;
    private static final long PRIME = 0x100000001B3L;

    private final long[] words;
    /** Made when first needed: most texts are never compared. */
    private long[] shingles;

    private Words(long[] words) {
        this.words = words;
    }

    static Words of(Body body) {
        long[] words = new long[256];
        int count = 0;
        for (String line : body.lines()) {
            long hash = OFFSET;
            for (int i = 0; i <= line.length(); ) {
                int c = i < line.length() ? line.codePointAt(i) : ' ';
                i += Character.charCount(c);
                if (isWordPart(c)) {
                    hash = (hash ^ Character.toLowerCase(c)) * PRIME;
                } else if (hash != OFFSET) {
                    words = count == words.length ? Arrays.copyOf(words, 2 * count) : words;
                    words[count++] = hash;
                    hash = OFFSET;
                }
            }
        }
        return new Words(Arrays.copyOf(words, count));
    }

    private static boolean isWordPart(int c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
        }
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private long[] shingles() {
        if (shingles == null) {
            shingles = shingles(words);
        }
        return shingles;
    }

    private static long[] shingles(long[] words) {
        int count = Math.max(0, words.length - SHINGLE + 1);
        long[] shingles = new long[count];
        for (int i = 0; i < count; i++) {
            long hash = OFFSET;
            for (int j = 0; j < SHINGLE; j++) {
                hash = Long.rotateLeft(hash, 23) * PRIME + words[i + j];
            }
            shingles[i] = hash;
        }
        Arrays.sort(shingles);
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || shingles[i] != shingles[i - 1]) {
                shingles[distinct++] = shingles[i];
            }
        }
        return Arrays.copyOf(shingles, distinct);
    }

    int count() {
        return words.length;
    }

    boolean sameAs(Words other) {
        return Arrays.equals(words, other.words);
    }

    /** The same for the same words in the same order; for others different but for one chance in 2^64. */
    long fingerprint() {
        long hash = OFFSET;
        for (long word : words) {
            hash = Long.rotateLeft(hash, 23) * PRIME + word;
        }
        return hash;
    }

    /** What two texts have in common. */
    Overlap overlap(Words other) {
        long[] mine = shingles();
        long[] others = other.shingles();
        int shared = 0;
        for (int i = 0, j = 0; i < mine.length && j < others.length; ) {
            int order = Long.compare(mine[i], others[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return new Overlap(shared, mine.length, others.length);
    }

    /**
     * Distinct shingles of two texts.
     *
     * @param shared those that both have
     */
    record Overlap(int shared, int one, int other) {
        private static final double FOUR_DECIMALS = 10_000;

        /** The share of the smaller set of shingles that the larger one has; 0 when one is empty. */
        double containment() {
            return share(Math.min(one, other));
        }

        /** The share of all shingles that both have; 0 when there are none. */
        double jaccard() {
            return share(one + other - shared);
        }

        private double share(int of) {
            return of == 0 ? 0 : Math.round((double) shared / of * FOUR_DECIMALS) / FOUR_DECIMALS;
        }
    }
}
