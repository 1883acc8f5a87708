package dev.dateline.enrich.near;

/**
 * An article id in 16 bytes instead of a string: the 128 bits that 26 characters of base32hex stand for
 * ({@link dev.dateline.common.wire.Digest}), which article ids usually are.
 *
 * @param high the first 64 bits
 * @param low the last 64 bits
 */
public record PackedId(long high, long low) {
    private static final int LENGTH = 26;
    private static final int BITS = 5;
    private static final int LETTERS_FROM = 10;
    private static final int MASK = (1 << BITS) - 1;
    /** 26 characters have room for 130 bits; the first must leave the two uppermost empty. */
    private static final int FIRST_MAX = 7;

    /** The packed form of an id, or null of one that is another string than those 26 characters. */
    public static PackedId of(String articleId) {
        if (articleId.length() != LENGTH || digit(articleId.charAt(0)) > FIRST_MAX) {
            return null;
        }
        long high = 0;
        long low = 0;
        for (int i = 0; i < LENGTH; i++) {
            int digit = digit(articleId.charAt(i));
            if (digit < 0) {
                return null;
            }
            high = high << BITS | low >>> (Long.SIZE - BITS);
            low = low << BITS | digit;
        }
        return new PackedId(high, low);
    }

    /** The id that was packed. */
    public String articleId() {
        char[] characters = new char[LENGTH];
        long high = this.high;
        long low = this.low;
        for (int i = LENGTH - 1; i >= 0; i--) {
            int digit = (int) low & MASK;
            characters[i] = (char) (digit < LETTERS_FROM ? '0' + digit : 'a' + digit - LETTERS_FROM);
            low = low >>> BITS | high << (Long.SIZE - BITS);
            high >>>= BITS;
        }
        return new String(characters);
    }

    /** The value of a lower case base32hex digit (RFC 4648 section 7), or -1. */
    private static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= 'a' && c <= 'v' ? c - 'a' + LETTERS_FROM : -1;
    }
}
