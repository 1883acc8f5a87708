package dev.dateline.enrich.tag.text;

import java.util.Locale;

/** How words are compared: lower case of no particular language, one kind of apostrophe. */
public final class Folding {
    private Folding() {}

    public static String lower(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || (c >= 'A' && c <= 'Z')) {
                return lower(text.substring(start, end));
            }
        }
        return text.substring(start, end);
    }

    public static String lower(String text) {
        return text.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    }
}
