package dev.dateline.ingest.read;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A mark at the start of a document that says how its characters are written.
 *
 * @param length of the mark in bytes
 */
public record ByteOrderMark(Charset charset, int length) {
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");

    /** A charset and the bytes that give it away, one character each. */
    private record Bytes(Charset charset, String bytes) {
        boolean begin(byte[] document) {
            if (document.length < bytes.length()) {
                return false;
            }
            for (int i = 0; i < bytes.length(); i++) {
                if ((document[i] & 0xFF) != bytes.charAt(i)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The longer ones first: UTF-32LE's begins like UTF-16LE's. */
    private static final List<Bytes> MARKS = List.of(
            new Bytes(UTF_32BE, "\0\0\u00FE\u00FF"),
            new Bytes(UTF_32LE, "\u00FF\u00FE\0\0"),
            new Bytes(StandardCharsets.UTF_8, "\u00EF\u00BB\u00BF"),
            new Bytes(StandardCharsets.UTF_16BE, "\u00FE\u00FF"),
            new Bytes(StandardCharsets.UTF_16LE, "\u00FF\u00FE"));

    /** How {@code <} and the character after it look (XML 1.0 appendix F.1). */
    private static final List<Bytes> PATTERNS = List.of(
            new Bytes(UTF_32BE, "\0\0\0<"),
            new Bytes(UTF_32LE, "<\0\0\0"),
            new Bytes(StandardCharsets.UTF_16BE, "\0<\0"),
            new Bytes(StandardCharsets.UTF_16LE, "<\0"));

    /** The mark, or null when there is none. */
    public static ByteOrderMark of(byte[] document) {
        for (Bytes mark : MARKS) {
            if (mark.begin(document)) {
                return new ByteOrderMark(mark.charset(), mark.bytes().length());
            }
        }
        return null;
    }

    /** The wide charset in which the document begins with {@code <}; null when it is not wide. */
    public static Charset pattern(byte[] document) {
        for (Bytes pattern : PATTERNS) {
            if (pattern.begin(document)) {
                return pattern.charset();
            }
        }
        return null;
    }
}
