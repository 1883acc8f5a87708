package dev.dateline.enrich.tag;

/** Counts paragraphs: blocks of text between empty lines. */
final class Paragraphs {
    private Paragraphs() {}

    static int count(String text) {
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
