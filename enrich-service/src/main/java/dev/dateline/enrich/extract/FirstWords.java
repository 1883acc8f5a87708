package dev.dateline.enrich.extract;

import dev.dateline.enrich.extract.text.LineShape;
import java.text.BreakIterator;
import java.util.Locale;

/** Makes a title for a text that has none: its first sentence, or as many of its words as a title may hold. */
final class FirstWords {
    private static final int MAX_LENGTH = 120;
    /** A shorter "sentence" ends in an abbreviation more likely than not. */
    private static final int LEAST_SENTENCE = 25;

    private FirstWords() {}

    /** At most 120 UTF-16 units of a paragraph that is not blank, without line breaks. */
    static String of(String paragraph) {
        int window = Math.min(paragraph.length(), MAX_LENGTH + 1);
        String start = paragraph.substring(0, window).replace('\n', ' ');
        int sentence = sentenceEnd(start);
        if (sentence > 0) {
            return start.substring(0, sentence);
        }
        if (paragraph.length() <= MAX_LENGTH) {
            return start;
        }
        int space = start.lastIndexOf(' ');
        return space > 0 ? start.substring(0, space) : start.substring(0, characterBorder(start));
    }

    /** Index behind the first full stop and the closing marks after it, followed by a space; or -1. */
    private static int sentenceEnd(String text) {
        for (int space = text.indexOf(' ', LEAST_SENTENCE); space > 0; space = text.indexOf(' ', space + 1)) {
            if (LineShape.endsSentence(text.substring(0, space))) {
                return space;
            }
        }
        return -1;
    }

    /** Not between the halves of a surrogate pair nor before a combining mark. */
    private static int characterBorder(String text) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int border = characters.preceding(MAX_LENGTH + 1 < text.length() ? MAX_LENGTH + 1 : text.length());
        return border > 0 ? border : Math.min(text.length(), MAX_LENGTH);
    }
}
