package dev.dateline.enrich.extract.time;

import dev.dateline.enrich.extract.text.Fold;
import java.util.ArrayList;
import java.util.List;

/** Cuts a short line into numbers, words and single marks, so that a time line can be read without regular expressions. */
final class TimeTokens {
    private static final int MAX_DIGITS = 9;

    enum Kind {
        NUMBER,
        WORD,
        MARK
    }

    /**
     * One token.
     *
     * @param text as printed
     * @param value of a number
     * @param glued no space stands before it
     */
    record Token(Kind kind, String text, int value, boolean glued) {
        boolean isNumber(int leastDigits, int mostDigits) {
            return kind == Kind.NUMBER && text.length() >= leastDigits && text.length() <= mostDigits;
        }

        boolean isMark(String marks) {
            return kind == Kind.MARK && marks.contains(text);
        }

        boolean isWord(String folded) {
            return kind == Kind.WORD && Fold.all(text).equals(folded);
        }
    }

    private TimeTokens() {}

    static List<Token> of(String line) {
        List<Token> tokens = new ArrayList<>();
        for (int start = 0; start < line.length(); ) {
            char c = line.charAt(start);
            if (c == ' ') {
                start++;
                continue;
            }
            int end = start + 1;
            Kind kind = kindOf(c);
            while (kind != Kind.MARK && end < line.length() && kindOf(line.charAt(end)) == kind) {
                end++;
            }
            String text = line.substring(start, end);
            boolean glued = start > 0 && line.charAt(start - 1) != ' ';
            tokens.add(new Token(kind, text, kind == Kind.NUMBER ? value(text) : 0, glued));
            start = end;
        }
        return tokens;
    }

    private static Kind kindOf(char c) {
        if (Character.isDigit(c)) {
            return Kind.NUMBER;
        }
        return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK ? Kind.WORD : Kind.MARK;
    }

    /** The value of digits of any script; -1 when there are too many to be part of a date. */
    private static int value(String digits) {
        if (digits.length() > MAX_DIGITS) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            value = value * 10 + Character.digit(digits.charAt(i), 10);
        }
        return value;
    }
}
