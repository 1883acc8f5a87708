package dev.dateline.enrich.sketch;

import java.text.Normalizer;

/**
 * A text in Unicode form NFKC, without what no reader sees (soft hyphens, joiners, direction marks). Most texts of European languages
 * are that already, which one look at each character tells.
 */
final class NormalText {
    static final char SHARP_S = '\u00DF';

    /** As many as a stream-safe text has (Unicode Standard Annex 15); without an end to them normalisation takes quadratic time. */
    private static final int MAX_MARKS = 30;

    private static final char CAPITAL_SHARP_S = '\u1E9E';
    /** Normalised it becomes eighteen characters. */
    private static final char LONG_LIGATURE = '\uFDFA';

    /** A longer buffer is not kept for the next text. */
    private static final int LONGEST_KEPT = 1 << 16;

    private char[] units = new char[1 << 12];
    private int length;

    /** Takes a text in place of the one before. */
    void set(String raw) {
        take(raw);
        if (!Alphabet.isPlain(units, length)) {
            take(normalised(raw));
        }
    }

    /** The text's UTF-16 units, {@link #length()} of them. */
    char[] units() {
        return units;
    }

    int length() {
        return length;
    }

    private void take(String text) {
        length = text.length();
        if (length > units.length || units.length > LONGEST_KEPT) {
            units = new char[length + length / 4];
        }
        text.getChars(0, length, units, 0);
    }

    private static String normalised(String raw) {
        StringBuilder text = new StringBuilder(raw.length() + 16);
        int marks = 0;
        for (int i = 0; i < raw.length(); ) {
            int codePoint = raw.codePointAt(i);
            i += Character.charCount(codePoint);
            marks = Alphabet.isMark(codePoint) ? marks + 1 : 0;
            if (marks <= MAX_MARKS && !Alphabet.isIgnorable(codePoint)) {
                append(text, codePoint);
            }
        }
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    private static void append(StringBuilder text, int codePoint) {
        if (codePoint == SHARP_S || codePoint == CAPITAL_SHARP_S) {
            text.append("ss"); // as in capitals
        } else if (codePoint == LONG_LIGATURE) {
            text.append(' ');
        } else {
            if (Character.getType(codePoint) == Character.OTHER_NUMBER) {
                text.append(' '); // "3½" is 3 and 1/2, not 31/2
            }
            text.appendCodePoint(codePoint);
        }
    }
}
