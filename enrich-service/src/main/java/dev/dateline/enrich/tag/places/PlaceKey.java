package dev.dateline.enrich.tag.places;

import dev.dateline.enrich.tag.text.Tokens;
import java.text.Normalizer;

/**
 * How names of places are compared: without case, accents, apostrophes and full stops, hyphens like blanks, and with the usual
 * short forms (St., Ft., Mt.). A name is the 64-bit FNV-1a hash (Fowler, Noll and Vo) of its words, built word by word.
 */
final class PlaceKey {
    /** The hash of no word at all. */
    static final long EMPTY = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;

    private PlaceKey() {}

    /** The hash of all words of a name. */
    static long of(String name) {
        Tokens tokens = Tokens.of(name);
        return of(tokens, 0, tokens.size() - 1);
    }

    /** The hash of some tokens, both inclusive. */
    static long of(Tokens tokens, int first, int last) {
        long hash = EMPTY;
        for (int i = first; i <= last; i++) {
            hash = add(hash, tokens.folded(i));
        }
        return hash;
    }

    /** The hash with one more word. */
    static long add(long hash, String folded) {
        String word = plain(folded);
        long longer = hash;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c != '\'' && c != '.') {
                longer = (longer ^ c) * PRIME;
            }
        }
        return (longer ^ ' ') * PRIME;
    }

    private static String plain(String folded) {
        return switch (folded) {
            case "saint" -> "st";
            case "sainte" -> "ste";
            case "fort" -> "ft";
            case "mount" -> "mt";
            default -> isAscii(folded) ? folded : withoutAccents(folded);
        };
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String withoutAccents(String folded) {
        String parts = Normalizer.normalize(folded, Normalizer.Form.NFD);
        StringBuilder plain = new StringBuilder(parts.length());
        for (int i = 0; i < parts.length(); i++) {
            char c = parts.charAt(i);
            switch (c) {
                case '\u00f8' -> plain.append('o');
                case '\u0142' -> plain.append('l');
                case '\u0111', '\u00f0' -> plain.append('d');
                case '\u00fe' -> plain.append("th");
                case '\u0131' -> plain.append('i');
                case '\u00df' -> plain.append("ss");
                case '\u00e6' -> plain.append("ae");
                case '\u0153' -> plain.append("oe");
                case '\u2018', '\u02bb', '\u02bc', '\u02bf', '\u02be' -> {}
                default -> {
                    if (Character.getType(c) != Character.NON_SPACING_MARK) {
                        plain.append(c);
                    }
                }
            }
        }
        return plain.toString();
    }
}
