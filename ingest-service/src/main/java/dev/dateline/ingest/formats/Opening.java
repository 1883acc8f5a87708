package dev.dateline.ingest.formats;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The first characters of a document, decoded leniently: enough to tell formats apart, never to read them. */
final class Opening {
    /** Room for an XML prolog with its licence comment, or a page's head up to its doctype. */
    static final int BYTES = 4096;

    private Opening() {}

    /** Without byte order mark and leading blanks; UTF-16 only where a mark says so, else a byte is a character. */
    static String of(byte[] bytes, int length) {
        int most = Math.min(length, BYTES);
        if (starts(bytes, most, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, 3, most - 3, StandardCharsets.ISO_8859_1).stripLeading();
        }
        Charset wide = starts(bytes, most, 0xFE, 0xFF)
                ? StandardCharsets.UTF_16BE
                : starts(bytes, most, 0xFF, 0xFE) ? StandardCharsets.UTF_16LE : null;
        return wide == null
                ? new String(bytes, 0, most, StandardCharsets.ISO_8859_1).stripLeading()
                : new String(bytes, 2, (most - 2) & ~1, wide).stripLeading();
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
