package dev.dateline.enrich.tag.text;

import java.util.Arrays;

/**
 * The words of one text with their places, made in one pass and shared by the taggers.
 *
 * <p>A word is a run of letters, digits and marks; it may hold apostrophes and, in acronyms and numbers, full stops and commas. Hyphens
 * part words; an English possessive {@code 's} belongs to none. A run of Chinese characters or Kana is one token. Offsets are
 * UTF-16, end exclusive. Not thread-safe: it folds and stems words when first asked.
 */
public final class Tokens {
    private static final byte CAPITAL = 1;
    private static final byte ALL_CAPITALS = 2;
    private static final byte DIGIT = 4;
    private static final byte CJK = 8;
    private static final byte OPENS = 16;
    private static final String AFTER_ABBREVIATION = " \u00a0\n\r\t,;:)]-\u2013\u2014/";

    private final String text;
    private final Stems stemmer;
    private int size;
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private int[] sentenceEnds = new int[256];
    private byte[] shapes = new byte[256];
    private Gap[] gaps = new Gap[256];
    private String[] folded = new String[256];
    private String[] stems = new String[256];
    private int words;

    private Tokens(String text, Stems stemmer) {
        this.text = text;
        this.stemmer = stemmer;
    }

    /** Tokens of a text of no particular language. */
    public static Tokens of(String text) {
        return of(text, Stems.of("und"));
    }

    public static Tokens of(String text, Stems stemmer) {
        Tokens tokens = new Tokens(text, stemmer);
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
        stems = Arrays.copyOf(stems, capacity);
    }

    public String text() {
        return text;
    }

    public int size() {
        return size;
    }

    /** Words as a reader counts them: every Chinese character or Kana is one, as in word processors. */
    public int words() {
        return words;
    }

    public int start(int token) {
        return starts[token];
    }

    public int end(int token) {
        return ends[token];
    }

    /**
     * Where a name ends whose last word this is: after the full stop of an abbreviation (Inc., Jr., Conn.), which is known by the sentence
     * going on behind it.
     */
    public int nameEnd(int token) {
        int end = ends[token];
        boolean stops = token + 1 < size
                && sentenceEnds[token + 1] == SentenceBreaks.NONE
                && end + 1 < text.length()
                && text.charAt(end) == '.';
        return stops && AFTER_ABBREVIATION.indexOf(text.charAt(end + 1)) >= 0 ? end + 1 : end;
    }

    public int length(int token) {
        return ends[token] - starts[token];
    }

    /** The word as it stands in the text. */
    public String surface(int token) {
        return text.substring(starts[token], ends[token]);
    }

    /** The word to compare by, see {@link Folding}. */
    public String folded(int token) {
        String word = folded[token];
        if (word == null) {
            word = Folding.lower(text, starts[token], ends[token]);
            folded[token] = word;
        }
        return word;
    }

    /** What the forms of the word have in common, see {@link Stems}; of its folded form. */
    public String stem(int token) {
        String stem = stems[token];
        if (stem == null) {
            stem = stemmer.stem(folded(token));
            stems[token] = stem;
        }
        return stem;
    }

    /** What stands before the token. {@link Gap#APART} before the first and wherever {@link #opens}. */
    public Gap gap(int token) {
        return gaps[token];
    }

    public boolean startsSentence(int token) {
        return sentenceEnds[token] != SentenceBreaks.NONE;
    }

    /** Where the sentence before this token, which {@link #startsSentence}, ended. */
    public int previousSentenceEnd(int token) {
        return sentenceEnds[token];
    }

    /** Starts a sentence, quotation or line, so that its capital says nothing. */
    public boolean opens(int token) {
        return has(token, OPENS);
    }

    public boolean isCapital(int token) {
        return has(token, CAPITAL);
    }

    /** Two or more letters, none of them small. */
    public boolean isAllCapitals(int token) {
        return has(token, ALL_CAPITALS);
    }

    public boolean isDigit(int token) {
        return has(token, DIGIT);
    }

    /** A run of Chinese characters or Kana. */
    public boolean isCjk(int token) {
        return has(token, CJK);
    }

    private boolean has(int token, byte shape) {
        return (shapes[token] & shape) != 0;
    }
}
