package dev.dateline.enrich.sketch;

/**
 * Reads a text's words, block by block, as hashes, without making strings.
 *
 * <p>A word is a run of letters and marks, without case; apostrophes between letters are left out and hyphens part words, so that
 * "re-elected" is "re elected" and "don’t" is "dont". A number is a word of its own ("10bn" is "10 bn"). Where a script puts no spaces
 * between words, each letter with its marks is one.
 */
final class Words {
    private static final int BLOCK = 512;
    /** One word that ends and one that is special. */
    private static final int SPARE = 2;
    /**
     * Words are polynomials in it: a shift and a sum for each letter, where a large factor would take a multiplication. Different words
     * of up to seven letters cannot collide.
     */
    private static final long FACTOR = (1 << 9) + 1;

    private final NormalText normal = new NormalText();
    private char[] text = normal.units();
    private int length;
    private final long[] block = new long[BLOCK];
    private int size;
    private int position;
    /** The word that is being read, as far as it is known; 0 outside of words. */
    private long open;
    /** 1 in a word, else 0. */
    private int inWord;

    /** Begins a text in place of the one before. */
    void begin(String raw) {
        normal.set(raw);
        text = normal.units();
        length = normal.length();
        position = 0;
    }

    /** Reads some more words, maybe none; false at the end of the text. */
    boolean next() {
        size = 0;
        if (position == length) {
            return false;
        }
        while (position < length && size < BLOCK - SPARE) {
            readPlain();
            if (position < length && Alphabet.isSpecial(text[position])) {
                readSpecial();
            }
        }
        if (position == length) {
            endWord();
        }
        return true;
    }

    /** The hashes of the words that were read last, {@link #size()} of them: not mixed, negative for numbers. */
    long[] hashes() {
        return block;
    }

    int size() {
        return size;
    }

    static boolean isNumber(long hash) {
        return hash < 0;
    }

    static long step(long hash, int codePoint) {
        return hash * FACTOR + codePoint;
    }

    /**
     * Reads up to the next special character. No processor can foresee where a word ends; so there is no branch for that: each word is
     * written down over and over, as far as it is known, and counted at its end.
     */
    private void readPlain() {
        int most = 2 * (BLOCK - SPARE - size); // words end at every other character at most
        int end = Math.min(length - position, most) + position;
        int i = position;
        int count = size;
        long hash = open;
        int within = inWord;
        while (i < end) {
            char folded = Alphabet.folded(text[i]);
            if (folded == Alphabet.SPECIAL) {
                break;
            }
            int separator = (folded - 1) >>> (Integer.SIZE - 1);
            block[count] = hash & Long.MAX_VALUE;
            count += separator & within;
            within = separator ^ 1;
            hash = step(hash, folded) & (separator - 1L);
            i++;
        }
        position = i;
        size = count;
        open = hash;
        inWord = within;
    }

    private void readSpecial() {
        byte kind = Alphabet.kindOf(text[position]);
        if (kind == Alphabet.APOSTROPHE) {
            position++;
            if (position == length || !Alphabet.isPlainLetter(text[position])) {
                endWord();
            }
        } else if (kind == Alphabet.DIGIT) {
            endWord();
            readNumber();
        } else {
            readCodePoint();
        }
    }

    private void readCodePoint() {
        int codePoint = Character.codePointAt(text, position, length);
        position += Character.charCount(codePoint);
        if (Alphabet.isUnspaced(codePoint)) {
            endWord();
            readSingle(codePoint);
        } else if (Character.isLetterOrDigit(codePoint)) { // of historic scripts
            open = step(open, Alphabet.fold(codePoint));
            inWord = 1;
        } else {
            endWord();
        }
    }

    private void readSingle(int codePoint) {
        open = step(0, codePoint);
        inWord = 1;
        while (position < length && Alphabet.kindOf(text[position]) == Alphabet.MARK) {
            open = step(open, text[position++]);
        }
        endWord();
    }

    private void readNumber() {
        int start = position++;
        while (position < length && isInNumber(position)) {
            position++;
        }
        block[size++] = NumberForm.hash(text, start, position) | Long.MIN_VALUE;
    }

    private boolean isInNumber(int index) {
        byte kind = Alphabet.kindOf(text[index]);
        boolean parts = kind == Alphabet.POINT || kind == Alphabet.APOSTROPHE;
        return kind == Alphabet.DIGIT
                || (parts && index + 1 < length && Alphabet.kindOf(text[index + 1]) == Alphabet.DIGIT);
    }

    private void endWord() {
        if (inWord == 1) {
            block[size++] = open & Long.MAX_VALUE;
            open = 0;
            inWord = 0;
        }
    }
}
