package dev.dateline.ingest.formats;

import dev.dateline.ingest.read.ByteOrderMark;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The first characters of a document, decoded leniently: enough to tell formats apart, never to read them. */
final class Opening {
    /** Room for an XML prolog with its licence comment, or a page's head up to its doctype. */
    static final int BYTES = 4096;

    private Opening() {}

    /** Without byte order mark and leading blanks; UTF-16 where a mark or a zero beside the first says so, else a byte is a character. */
    static String of(byte[] bytes) {
        ByteOrderMark mark = ByteOrderMark.of(bytes);
        int from = mark == null ? 0 : mark.length();
        Charset charset = mark == null ? unmarked(bytes) : mark.charset();
        // Broken UTF-8 is for the reader to find; here a byte is a character.
        Charset lenient = charset.equals(StandardCharsets.UTF_8) ? StandardCharsets.ISO_8859_1 : charset;
        return new String(bytes, from, Math.min(bytes.length, BYTES) - from, lenient).stripLeading();
    }

    /** All formats begin with an ASCII character, which in UTF-16 has a zero (XML 1.0 appendix F). */
    private static Charset unmarked(byte[] bytes) {
        if (bytes.length >= 2 && bytes[0] != 0 && bytes[1] == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return bytes.length >= 2 && bytes[0] == 0 && bytes[1] != 0
                ? StandardCharsets.UTF_16BE
                : StandardCharsets.ISO_8859_1;
    }
}
