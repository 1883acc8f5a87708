package dev.dateline.enrich.tag;

import java.util.Locale;

/** How words are compared: lower case of no particular language, one kind of apostrophe. */
final class Folding {
    private Folding() {}

    static String lower(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || (c >= 'A' && c <= 'Z')) {
                return lower(text.substring(start, end));
            }
        }
        return text.substring(start, end);
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    }
}
