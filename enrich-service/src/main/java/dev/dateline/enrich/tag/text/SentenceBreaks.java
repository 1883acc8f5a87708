package dev.dateline.enrich.tag.text;

import java.util.Set;
import java.util.stream.Collectors;

/** Decides from the characters between two tokens whether a sentence ends there. */
final class SentenceBreaks {
    /** No sentence ends in this gap. */
    static final int NONE = -1;

    private static final Set<String> ABBREVIATIONS =
            ResourceLines.of(SentenceBreaks.class, "abbreviations.txt").stream()
                    .flatMap(line -> Set.of(line.split(" ", -1)).stream())
                    .collect(Collectors.toUnmodifiableSet());
    private static final int LONGEST_ABBREVIATION = 6;
    private static final String LATIN_ENDS = ".!?\u2026\u061f\u06d4\u0964\u0965\u037e\u1362";
    private static final String CJK_ENDS = "\u3002\uff01\uff1f\uff61";
    private static final String CLOSERS = "\"'\u2019\u201d\u00bb)]}\u300d\u300f\u203a";
    private static final String OPENERS = "\"'\u2018\u201c\u201e\u00ab([{\u300c\u300e\u2039:\u2022\u00bf\u00a1*\n";

    private SentenceBreaks() {}

    /** Whether a full stop after the token at {@code start} to {@code end} abbreviates it. */
    static boolean abbreviates(String text, int start, int end) {
        if (end - start > LONGEST_ABBREVIATION) {
            return false;
        }
        if (end - start == 1 && Character.isLetter(text.charAt(start))) {
            return true;
        }
        if (Character.isDigit(text.charAt(start))) {
            // An ordinal: "am 3. Januar". A longer number, such as a year, may well end a sentence.
            return end - start <= 2;
        }
        return ABBREVIATIONS.contains(Folding.lower(text, start, end));
    }

    /**
     * Where the sentence before the token at {@code to} ends, its closing quotes included, or {@link #NONE}.
     *
     * @param from end of the token before
     */
    static int find(String text, int from, int to, boolean afterAbbreviation) {
        int newlines = 0;
        int content = from;
        int end = NONE;
        int at = from;
        while (at < to) {
            char c = text.charAt(at);
            int next = at + 1;
            if (c == '\n') {
                newlines++;
            } else if (isEnd(c) && !(afterAbbreviation && at == from)) {
                next = closed(text, next, to);
                if (end == NONE && endsSentence(text, c, next, to)) {
                    end = next;
                }
            }
            if (!Character.isWhitespace(c) && newlines < 2) {
                content = next;
            }
            at = next;
        }
        if (end != NONE && (newlines >= 2 || !Character.isLowerCase(text.codePointAt(to)))) {
            return end;
        }
        return newlines >= 2 ? content : NONE;
    }

    /** Whether a capital letter at {@code to} says nothing: after an opening quote, a colon, a bullet or a line break. */
    static boolean opens(String text, int from, int to) {
        for (int i = to - 1; i >= from && i >= to - 2; i--) {
            if (OPENERS.indexOf(text.charAt(i)) >= 0) {
                // An apostrophe right after a word is no quote.
                return i > from || text.charAt(i) != '\'';
            }
        }
        return false;
    }

    private static boolean endsSentence(String text, char stop, int next, int to) {
        return CJK_ENDS.indexOf(stop) >= 0 || (next < to && Character.isWhitespace(text.charAt(next)));
    }

    private static boolean isEnd(char c) {
        return LATIN_ENDS.indexOf(c) >= 0 || CJK_ENDS.indexOf(c) >= 0;
    }

    private static int closed(String text, int from, int to) {
        int at = from;
        while (at < to && (CLOSERS.indexOf(text.charAt(at)) >= 0 || isEnd(text.charAt(at)))) {
            at++;
        }
        return at;
    }
}
