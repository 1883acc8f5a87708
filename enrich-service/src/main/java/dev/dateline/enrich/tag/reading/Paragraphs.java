package dev.dateline.enrich.tag.reading;

/** Counts paragraphs: blocks of text between empty lines. */
public final class Paragraphs {
    private Paragraphs() {}

    public static int count(String text) {
        int paragraphs = 0;
        boolean between = true;
        int newlines = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                newlines++;
                between |= newlines > 1;
            } else if (!Character.isWhitespace(c)) {
                paragraphs += between ? 1 : 0;
                between = false;
                newlines = 0;
            }
        }
        return paragraphs;
    }
}
