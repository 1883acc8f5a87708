package dev.dateline.enrich.tag.spans;

import java.text.Normalizer;

/** How letters are compared: small, without accents where they are Latin, digits all alike. */
final class Letters {
    private static final int TABLE = 0x250;
    private static final char[] FOLDED = new char[TABLE];

    static {
        for (char c = 0; c < TABLE; c++) {
            FOLDED[c] = fold(c);
        }
    }

    private Letters() {}

    static char folded(char c) {
        if (c < TABLE) {
            return FOLDED[c];
        }
        return c == '\u2019' ? '\'' : Character.toLowerCase(c);
    }

    private static char fold(char c) {
        if (Character.isDigit(c)) {
            return '0';
        }
        char base = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
        char small = Character.toLowerCase(base);
        return switch (small) {
            case '\u0131' -> 'i';
            case '\u0142' -> 'l';
            case '\u00f8' -> 'o';
            case '\u0111' -> 'd';
            default -> small;
        };
    }

    /** A good spread of the bits of a hash (the finaliser of MurmurHash3, public domain). */
    static int mix(int hash) {
        int h = hash;
        h ^= h >>> 16;
        h *= 0x85ebca6b;
        h ^= h >>> 13;
        h *= 0xc2b2ae35;
        return h ^ (h >>> 16);
    }
}
