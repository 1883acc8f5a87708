package dev.dateline.enrich.tag;

import java.util.Arrays;

/**
 * The words of one text with their places, made in one pass and shared by the taggers.
 *
 * <p>A word is a run of letters, digits and marks; it may hold apostrophes and, in acronyms and numbers, full stops and commas. Hyphens
 * part words; an English possessive {@code 's} belongs to none. A run of Chinese characters or Kana is one token. Offsets are
 * UTF-16, end exclusive. Not thread-safe: it folds words when first asked.
 */
final class Tokens {
    private static final byte CAPITAL = 1;
    private static final byte ALL_CAPITALS = 2;
    private static final byte DIGIT = 4;
    private static final byte CJK = 8;
    private static final byte OPENS = 16;

    private final String text;
    private int size;
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private int[] sentenceEnds = new int[256];
    private byte[] shapes = new byte[256];
    private Gap[] gaps = new Gap[256];
    private String[] folded = new String[256];
    private int words;

    private Tokens(String text) {
        this.text = text;
    }

    static Tokens of(String text) {
        Tokens tokens = new Tokens(text);
        Words words = new Words(text);
        while (words.next()) {
            tokens.add(words);
        }
        return tokens;
    }

    private void add(Words word) {
        if (size == starts.length) {
            grow(size * 2);
        }
        int previousEnd = size == 0 ? 0 : ends[size - 1];
        starts[size] = word.start();
        ends[size] = word.end();
        boolean abbreviated = size > 0
                && previousEnd < word.start()
                && text.charAt(previousEnd) == '.'
                && SentenceBreaks.abbreviates(text, starts[size - 1], previousEnd);
        sentenceEnds[size] = size == 0 ? 0 : SentenceBreaks.find(text, previousEnd, word.start(), abbreviated);
        boolean opens =
                sentenceEnds[size] != SentenceBreaks.NONE || SentenceBreaks.opens(text, previousEnd, word.start());
        gaps[size] = size == 0 || opens ? Gap.APART : Gap.of(text, previousEnd, word.start(), abbreviated);
        shapes[size] = shape(word, opens);
        words += word.isCjk() ? text.codePointCount(word.start(), word.end()) : 1;
        size++;
    }

    private byte shape(Words word, boolean opens) {
        int first = text.codePointAt(word.start());
        int shape = opens ? OPENS : 0;
        if (word.isCjk()) {
            return (byte) (shape | CJK);
        }
        if (Character.isUpperCase(first) || Character.isTitleCase(first)) {
            shape |= CAPITAL;
            if (word.end() - word.start() > 1 && !word.hasLower()) {
                shape |= ALL_CAPITALS;
            }
        }
        return (byte) (Character.isDigit(first) ? shape | DIGIT : shape);
    }

    private void grow(int capacity) {
        starts = Arrays.copyOf(starts, capacity);
        ends = Arrays.copyOf(ends, capacity);
        sentenceEnds = Arrays.copyOf(sentenceEnds, capacity);
        shapes = Arrays.copyOf(shapes, capacity);
        gaps = Arrays.copyOf(gaps, capacity);
        folded = Arrays.copyOf(folded, capacity);
    }

    String text() {
        return text;
    }

    int size() {
        return size;
    }

    /** Words as a reader counts them: every Chinese character or Kana is one, as in word processors. */
    int words() {
        return words;
    }

    int start(int token) {
        return starts[token];
    }

    int end(int token) {
        return ends[token];
    }

    int length(int token) {
        return ends[token] - starts[token];
    }

    /** The word as it stands in the text. */
    String surface(int token) {
        return text.substring(starts[token], ends[token]);
    }

    /** The word to compare by, see {@link Folding}. */
    String folded(int token) {
        String word = folded[token];
        if (word == null) {
            word = Folding.lower(text, starts[token], ends[token]);
            folded[token] = word;
        }
        return word;
    }

    /** What stands before the token. {@link Gap#APART} before the first and wherever {@link #opens}. */
    Gap gap(int token) {
        return gaps[token];
    }

    boolean startsSentence(int token) {
        return sentenceEnds[token] != SentenceBreaks.NONE;
    }

    /** Where the sentence before this token, which {@link #startsSentence}, ended. */
    int previousSentenceEnd(int token) {
        return sentenceEnds[token];
    }

    /** Starts a sentence, quotation or line, so that its capital says nothing. */
    boolean opens(int token) {
        return has(token, OPENS);
    }

    boolean isCapital(int token) {
        return has(token, CAPITAL);
    }

    /** Two or more letters, none of them small. */
    boolean isAllCapitals(int token) {
        return has(token, ALL_CAPITALS);
    }

    boolean isDigit(int token) {
        return has(token, DIGIT);
    }

    /** A run of Chinese characters or Kana. */
    boolean isCjk(int token) {
        return has(token, CJK);
    }

    private boolean has(int token, byte shape) {
        return (shapes[token] & shape) != 0;
    }
}
