package dev.dateline.common.address;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * Percent-encoding (RFC 3986 sections 2.1 and 6.2.2): unreserved characters decoded, what may not stand in a URL encoded as UTF-8, hex
 * digits in upper case. Reserved characters keep the form they came in, since {@code %2F} and {@code /} are not the same.
 */
final class PercentCode {
    private static final String UNRESERVED_MARKS = "-._~";
    private static final String HEX = "0123456789ABCDEF";
    /** What stands for itself in a path, {@code pchar} and {@code /}. */
    static final BitSet PATH = literals("!$&'()*+,;=:@/");
    /** What stands for itself in a query and in a fragment. */
    static final BitSet QUERY = literals("!$&'()*+,;=:@/?");

    private PercentCode() {}

    /** The text's one form. A {@code %} that begins no escape stays, and stays one that begins none. */
    static String normalized(String text, BitSet literals) {
        return text.chars().allMatch(literals::get) ? text : respelled(text, literals);
    }

    private static String respelled(String text, BitSet literals) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        int bare = Integer.MIN_VALUE / 2; // where the last % without its two digits stands in the output
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int escaped = c == '%' ? escapedByte(text, i) : -1;
            if (c == '%' && escaped < 0) {
                bare = out.length();
                out.append('%');
            } else if (c == '%') {
                if (isUnreserved(escaped) && !wouldJoin(out, bare, escaped)) {
                    out.append((char) escaped);
                } else {
                    escape(out, escaped);
                }
                i += 2;
            } else if (c < 0x80 && literals.get(c)) {
                out.append((char) c);
            } else {
                for (byte utf8 : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    escape(out, utf8 & 0xFF);
                }
            }
            i += Character.charCount(c);
        }
        return out.toString();
    }

    /** The text with its escapes decoded as UTF-8; bad bytes become U+FFFD, and a {@code %} that begins no escape stays. */
    static String decoded(String text) {
        byte[] in = text.getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[in.length];
        int length = 0;
        for (int i = 0; i < in.length; i++) {
            int escaped = in[i] == '%' && i + 2 < in.length ? hexByte(in[i + 1], in[i + 2]) : -1;
            out[length++] = escaped < 0 ? in[i] : (byte) escaped;
            i += escaped < 0 ? 0 : 2;
        }
        return new String(out, 0, length, StandardCharsets.UTF_8);
    }

    /** Whether a decoded digit would complete an escape with a {@code %} that stands bare one or two places before. */
    private static boolean wouldJoin(StringBuilder out, int bare, int decoded) {
        int between = out.length() - bare - 1;
        return Character.digit(decoded, 16) >= 0
                && (between == 0 || (between == 1 && Character.digit(out.charAt(bare + 1), 16) >= 0));
    }

    private static int escapedByte(String text, int at) {
        return at + 2 < text.length() ? hexByte(text.charAt(at + 1), text.charAt(at + 2)) : -1;
    }

    private static int hexByte(int high, int low) {
        boolean ascii = high > 0 && high < 0x80 && low > 0 && low < 0x80;
        int first = ascii ? Character.digit(high, 16) : -1;
        int second = ascii ? Character.digit(low, 16) : -1;
        return first < 0 || second < 0 ? -1 : first * 16 + second;
    }

    private static void escape(StringBuilder out, int value) {
        out.append('%').append(HEX.charAt(value >> 4)).append(HEX.charAt(value & 0xF));
    }

    private static boolean isUnreserved(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || UNRESERVED_MARKS.indexOf(c) >= 0;
    }

    private static BitSet literals(String reserved) {
        BitSet set = new BitSet(0x80);
        for (char c = 0; c < 0x80; c++) {
            set.set(c, isUnreserved(c) || reserved.indexOf(c) >= 0);
        }
        return set;
    }
}
