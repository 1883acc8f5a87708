package dev.dateline.enrich.tag.spans;

import dev.dateline.enrich.tag.text.Tokens;

/**
 * What features are made of: numbers for each token of one sentence, computed once. Reused from sentence to sentence; not thread-safe.
 */
public final class Attributes {
    /** Longest sentence in tokens; a longer one is cut. */
    public static final int LONGEST = 120;

    private static final int PAD = 3;
    /** Small words in a row inside a name, as in University of the Arts, at most. */
    private static final int REACH = 2;

    private static final int LONGEST_WORD = 40;
    private static final int AFFIX = 4;
    private static final int FEW_WORDS = 4;

    /** How the sentence is written, so what its capitals say. */
    private static final int ORDINARY = 0;

    private static final int TITLE_CASE = 1;
    private static final int CAPITALS = 2;
    private static final int SMALL = 3;

    private final Lexicon lexicon;
    private final char[] letters = new char[LONGEST_WORD];
    private final long[] entries = new long[LONGEST + 2 * PAD];

    int size;
    int writing;
    final int[] word = row();
    final int[] cased = row();
    final int[] shape = row();
    final int[] prefixes = new int[(LONGEST + 2 * PAD) * AFFIX];
    final int[] suffixes = new int[(LONGEST + 2 * PAD) * AFFIX];
    final int[] coarse = row();
    final int[] middle = row();
    final int[] fine = row();
    final int[] lists = row();
    final int[] phrases = row();
    final int[] capitals = row();
    final int[] gap = row();
    final boolean[] capital = new boolean[LONGEST + 2 * PAD];
    final int[] smallBefore = row();
    final int[] smallAfter = row();

    public Attributes(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    private static int[] row() {
        return new int[LONGEST + 2 * PAD];
    }

    /** Where a token's numbers are in the rows: there is room for neighbours that do not exist. */
    static int at(int token) {
        return token + PAD;
    }

    public int size() {
        return size;
    }

    /** The hash of a token's word, small and without accents. */
    public int word(int token) {
        return word[at(token)];
    }

    /** Whether capitals distinguish names in this sentence. */
    public boolean isOrdinary() {
        return writing == ORDINARY;
    }

    /** Whether a token can be of a name at all: where capitals distinguish names, one is at most two tokens away. */
    public boolean mayBeNamed(int token) {
        if (!isOrdinary()) {
            return true;
        }
        for (int at = at(token - REACH); at <= at(token + REACH); at++) {
            if (capital[at]) {
                return true;
            }
        }
        return false;
    }

    /** Reads the tokens {@code from} to {@code to}, at most {@link #LONGEST}. */
    public void read(Tokens tokens, int from, int to) {
        size = to - from;
        writing = writing(tokens, from, to);
        for (int i = -PAD; i < size + PAD; i++) {
            int at = at(i);
            if (i < 0 || i >= size) {
                outside(at, i < 0 ? i : size - 1 - i);
            } else {
                letters(tokens, from + i, at);
                gap[at] = i == 0 ? 1 : gap(tokens.text(), tokens.end(from + i - 1), tokens.start(from + i));
                capital[at] = tokens.isCapital(from + i);
                shape[at] = shape(tokens, from + i);
                known(tokens, from + i, at);
            }
        }
        gap[at(size)] = gap(
                tokens.text(),
                tokens.end(to - 1),
                to < tokens.size() ? tokens.start(to) : tokens.text().length());
        phrases();
        neighbours();
    }

    private void outside(int at, int distance) {
        word[at] = distance;
        cased[at] = distance;
        shape[at] = distance;
        coarse[at] = 0;
        middle[at] = 0;
        fine[at] = 0;
        lists[at] = 0;
        phrases[at] = 0;
        capitals[at] = 0;
        gap[at] = 2;
        capital[at] = false;
        entries[at] = 0;
        for (int i = 0; i < AFFIX; i++) {
            prefixes[at * AFFIX + i] = 0;
            suffixes[at * AFFIX + i] = 0;
        }
    }

    private static int writing(Tokens tokens, int from, int to) {
        int words = 0;
        int upper = 0;
        int all = 0;
        int opening = 0;
        for (int i = from; i < to; i++) {
            if (tokens.length(i) < FEW_WORDS
                    || !Character.isLetter(tokens.text().charAt(tokens.start(i)))) {
                continue;
            }
            words++;
            if (tokens.isCapital(i)) {
                upper++;
                opening += i == from ? 1 : 0;
            }
            all += tokens.isAllCapitals(i) ? 1 : 0;
        }
        if (words < FEW_WORDS) {
            return upper == 0 && words > 1 ? SMALL : ORDINARY;
        }
        if (all * 4 >= words * 3) {
            return CAPITALS;
        }
        if (upper * 4 >= words * 3) {
            return TITLE_CASE;
        }
        return upper - opening == 0 && opening == 0 ? SMALL : ORDINARY;
    }

    private void letters(Tokens tokens, int token, int at) {
        String text = tokens.text();
        int start = tokens.start(token);
        int length = Math.min(LONGEST_WORD, tokens.length(token));
        int hash = 17;
        int exact = 19;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(start + i);
            char folded = Letters.folded(c);
            letters[i] = folded;
            hash = hash * 31 + folded;
            exact = exact * 31 + c;
            if (i < AFFIX) {
                prefixes[at * AFFIX + i] = hash;
            }
        }
        word[at] = Letters.mix(hash);
        cased[at] = exact;
        int tail = 23;
        for (int i = 0; i < AFFIX; i++) {
            boolean whole = i >= length;
            tail = whole ? tail : tail * 31 + letters[length - 1 - i];
            suffixes[at * AFFIX + i] = whole ? 0 : tail;
            if (whole) {
                prefixes[at * AFFIX + i] = 0;
            }
        }
    }

    /** The kinds of characters in the order of the word, runs as one, and how long it is. */
    private int shape(Tokens tokens, int token) {
        if (writing != ORDINARY) {
            boolean letter = Character.isLetter(tokens.text().charAt(tokens.start(token)));
            return writing * 8 + (letter ? tokens.isCapital(token) ? 1 : 2 : 3);
        }
        String text = tokens.text();
        int hash = tokens.opens(token) ? 3 : 5;
        int last = 0;
        int end = Math.min(tokens.end(token), tokens.start(token) + LONGEST_WORD);
        for (int i = tokens.start(token); i < end; i++) {
            char c = text.charAt(i);
            int kind = Character.isUpperCase(c) ? 1 : Character.isLetter(c) ? 2 : Character.isDigit(c) ? 3 : 4;
            if (kind != last) {
                hash = hash * 5 + kind;
                last = kind;
            }
        }
        return hash * 4 + Math.min(3, (end - tokens.start(token)) / 2);
    }

    private void known(Tokens tokens, int token, int at) {
        long entry = lexicon.find(word[at]);
        entries[at] = entry;
        lists[at] = Lexicon.lists(entry) & Lexicon.LISTS;
        capitals[at] = Lexicon.capitals(entry);
        boolean says = writing == ORDINARY && !tokens.opens(token);
        boolean asCapital = says ? tokens.isCapital(token) : capitals[at] >= 4;
        int own = asCapital ? Lexicon.capitalClass(entry) : Lexicon.smallClass(entry);
        int other = asCapital ? Lexicon.smallClass(entry) : Lexicon.capitalClass(entry);
        int words = own == 0 && !says ? other : own;
        coarse[at] = words >>> 18;
        middle[at] = (words >>> 10) & 0xff;
        fine[at] = words & 0x3ff;
        phrases[at] = 0;
    }

    /** Marks the longest phrases that the lists hold: which list, and where in the phrase. */
    private void phrases() {
        for (int i = 0; i < size; i++) {
            int found = 0;
            int length = 0;
            if ((Lexicon.lists(entries[at(i)]) & Lexicon.LEADS) != 0 && (capital[at(i)] || writing == SMALL)) {
                int hash = word[at(i)];
                for (int n = 2; n <= Lexicon.LONGEST_PHRASE && i + n <= size; n++) {
                    hash = Lexicon.phrase(hash, word[at(i + n - 1)]);
                    long entry = lexicon.find(hash);
                    if (entry != 0) {
                        found = Lexicon.lists(entry) & Lexicon.LISTS;
                        length = n;
                    }
                }
            }
            for (int n = 0; n < length; n++) {
                phrases[at(i + n)] = found * 4 + (n == 0 ? 1 : n == length - 1 ? 2 : 3);
            }
            i += Math.max(0, length - 1);
        }
    }

    /** The nearest word without a capital on either side: what surrounds a longer name. */
    private void neighbours() {
        int before = 1;
        for (int i = 0; i < size; i++) {
            smallBefore[at(i)] = before;
            if (!capital[at(i)]) {
                before = word[at(i)];
            }
        }
        int after = 1;
        for (int i = size - 1; i >= 0; i--) {
            smallAfter[at(i)] = after;
            if (!capital[at(i)]) {
                after = word[at(i)];
            }
        }
    }

    /** What kinds of punctuation stand between two tokens, in their order. */
    private static int gap(String text, int from, int to) {
        int hash = 7;
        int last = -1;
        int end = Math.min(to, from + 6);
        for (int i = from; i < end; i++) {
            int kind = kind(text.charAt(i));
            if (kind != last) {
                hash = hash * 17 + kind;
                last = kind;
            }
        }
        return hash;
    }

    private static int kind(char c) {
        return switch (c) {
            case ' ', '\t', '\u00a0' -> 0;
            case '\n', '\r' -> 1;
            case '-', '\u2010', '\u2011' -> 2;
            case '\u2013', '\u2014' -> 3;
            case ',' -> 4;
            case '.' -> 5;
            case ':', ';' -> 6;
            case '(', '[' -> 7;
            case ')', ']' -> 8;
            case '"', '\u201c', '\u201d', '\u00ab', '\u00bb' -> 9;
            case '\'', '\u2018', '\u2019' -> 10;
            case '/', '|' -> 11;
            case '&' -> 12;
            case '@' -> 13;
            case '#' -> 14;
            case '!', '?' -> 15;
            default -> 16;
        };
    }
}
