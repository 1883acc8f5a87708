package dev.dateline.dashboard.view;

/** The beginning of a text of unknown length, so that no record makes the page or the memory large. */
final class Excerpt {
    private static final String CUT = "…";

    private Excerpt() {}

    /** At most {@code most} UTF-16 units and a sign that there was more; never half a code point. Null stays null. */
    static String of(String text, int most) {
        if (text == null || text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + CUT;
    }
}
