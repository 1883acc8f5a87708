package dev.dateline.standalone.explain;

import java.util.Locale;

/** Text of strangers, made safe for a terminal: what would move the cursor, colour the screen or turn the writing direction is shown as {@code \}{@code uXXXX}. */
public final class Printable {
    private Printable() {}

    /** The same text without line breaks and controls. JSON stays JSON: these stand in its strings only, where this is an escape. */
    public static String of(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isDangerous(c)) {
                safe.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                safe.append(c);
            }
        }
        return safe.toString();
    }

    private static boolean isDangerous(char c) {
        return Character.isISOControl(c) || isLineSeparator(c) || turnsDirection(c);
    }

    private static boolean isLineSeparator(char c) {
        return c == '\u2028' || c == '\u2029';
    }

    /** The explicit directional formatting characters of Unicode Standard Annex 9, section 2. */
    private static boolean turnsDirection(char c) {
        return (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069')
                || c == '\u200E'
                || c == '\u200F'
                || c == '\u061C';
    }
}
