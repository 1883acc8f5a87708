package dev.dateline.ingest.formats;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The first characters of a document, decoded leniently: enough to tell formats apart, never to read them. */
final class Opening {
    /** Room for an XML prolog with its licence comment, or a page's head up to its doctype. */
    static final int BYTES = 4096;

    private Opening() {}

    /** Without byte order mark and leading blanks; UTF-16 where a mark or a zero beside the first says so, else a byte is a character. */
    static String of(byte[] bytes, int length) {
        int most = Math.min(length, BYTES);
        if (starts(bytes, most, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, 3, most - 3, StandardCharsets.ISO_8859_1).stripLeading();
        }
        Charset wide = starts(bytes, most, 0xFE, 0xFF)
                ? StandardCharsets.UTF_16BE
                : starts(bytes, most, 0xFF, 0xFE) ? StandardCharsets.UTF_16LE : null;
        if (wide != null) {
            return new String(bytes, 2, (most - 2) & ~1, wide).stripLeading();
        }
        return new String(bytes, 0, most, unmarked(bytes, most)).stripLeading();
    }

    /** All formats begin with an ASCII character, which in UTF-16 has a zero (XML 1.0 appendix F). */
    private static Charset unmarked(byte[] bytes, int length) {
        if (length >= 2 && bytes[0] != 0 && bytes[1] == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return length >= 2 && bytes[0] == 0 && bytes[1] != 0 ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1;
    }

    private static boolean starts(byte[] bytes, int length, int... mark) {
        if (length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
