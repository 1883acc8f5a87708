package dev.dateline.enrich.sketch;

import java.text.Normalizer;

/** What each UTF-16 unit is to a reader of words, looked up in tables: one step for each of a text's characters. */
final class Alphabet {
    static final byte SEPARATOR = 0;
    static final byte LETTER = 1;
    /** Belongs to the character before it. */
    static final byte MARK = 2;

    static final byte DIGIT = 3;
    /** A letter of a script that puts no space between words: a word by itself. */
    static final byte SINGLE = 4;
    /** Parts nothing when letters are on both sides. */
    static final byte APOSTROPHE = 5;
    /** Stands inside a number when digits are on both sides. */
    static final byte POINT = 6;

    static final byte SURROGATE = 7;

    /** What {@link #folded} gives for what needs a closer look. */
    static final char SPECIAL = Character.MAX_VALUE;

    private static final byte[] KINDS = new byte[Character.MAX_VALUE + 1];
    private static final boolean[] PLAIN = new boolean[Character.MAX_VALUE + 1];
    private static final char[] FOLDED = new char[Character.MAX_VALUE + 1];

    static {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            KINDS[c] = kind((char) c);
            PLAIN[c] = isPlain((char) c);
            FOLDED[c] = folded((char) c, KINDS[c]);
        }
    }

    private Alphabet() {}

    static byte kindOf(char unit) {
        return KINDS[unit];
    }

    /** The letter or mark without its case; 0 for what parts words; {@link #SPECIAL} for what needs a closer look. */
    static char folded(char unit) {
        return FOLDED[unit];
    }

    static boolean isSpecial(char unit) {
        return FOLDED[unit] == SPECIAL;
    }

    static boolean isPlainLetter(char unit) {
        return KINDS[unit] == LETTER;
    }

    /** False if one of the units may have to be normalised, alone or with its neighbours. */
    static boolean isPlain(char[] text, int length) {
        for (int i = 0; i < length; i++) {
            if (!PLAIN[text[i]]) {
                return false;
            }
        }
        return true;
    }

    /** Simple case folding: by way of upper case, so that a final sigma or a dotless i is folded, too. */
    static int fold(int codePoint) {
        return Character.toLowerCase(Character.toUpperCase(codePoint));
    }

    /** True for characters that change nothing that is read: soft hyphens, joiners, variation selectors, direction marks. */
    static boolean isIgnorable(int codePoint) {
        return Character.getType(codePoint) == Character.FORMAT
                || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                || codePoint == 0x034F;
    }

    static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    /** True for letters of scripts that put no space between words. */
    static boolean isUnspaced(int codePoint) {
        return Character.isIdeographic(codePoint)
                || (codePoint >= 0x3005 && codePoint <= 0x30FF) // iteration marks, Hiragana, Katakana
                || (codePoint >= 0x31F0 && codePoint <= 0x31FF) // Katakana extensions
                || (codePoint >= 0x0E00 && codePoint <= 0x0EFF) // Thai, Lao
                || (codePoint >= 0x1000 && codePoint <= 0x109F) // Myanmar
                || (codePoint >= 0x1780 && codePoint <= 0x17FF); // Khmer
    }

    private static byte kind(char c) {
        if (Character.isSurrogate(c)) {
            return SURROGATE;
        }
        if (Character.isDigit(c)) {
            return DIGIT;
        }
        if (isMark(c)) {
            return MARK;
        }
        if (Character.isLetterOrDigit(c) && c != '\u02BC') {
            return isUnspaced(c) ? SINGLE : LETTER;
        }
        return switch (c) {
            case '\'', '\u2019', '\u02BC' -> APOSTROPHE;
            case '.', ',', '\u066B', '\u066C' -> POINT;
            default -> SEPARATOR;
        };
    }

    private static char folded(char c, byte kind) {
        return switch (kind) {
            case LETTER, MARK -> (char) fold(c);
            case SEPARATOR, POINT -> 0;
            default -> SPECIAL;
        };
    }

    private static boolean isPlain(char c) {
        boolean partsWords =
                (c >= '\u2010' && c <= '\u2027') || c == '\u00A0'; // dashes, quotes, dots, the no-break space
        if (partsWords) {
            return true; // as it does when it is normalised
        }
        boolean composes = isMark(c)
                || (c >= 0x1160 && c <= 0x11FF); // with the character before it: marks, Hangul vowels and finals
        return !composes
                && !isIgnorable(c)
                && !Character.isSurrogate(c)
                && c != NormalText.SHARP_S
                && Normalizer.isNormalized(String.valueOf(c), Normalizer.Form.NFKC);
    }
}
