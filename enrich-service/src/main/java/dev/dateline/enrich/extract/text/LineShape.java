package dev.dateline.enrich.extract.text;

/** What the look of a line says, whatever its language: does it end like a sentence, open with a quotation, shout. */
public final class LineShape {
    private static final String SENTENCE_ENDS = ".!?…。！？।؟۔։";
    private static final String CLOSERS = ")]}\"'”’»«›“」』）";
    private static final int LONGEST_REMARK = 250;
    private static final String BULLETS = "*•·-–";
    private static final String QUOTES = "\"“”„«»‘'‚「『‹›";

    private LineShape() {}

    /** Ends with the mark of a sentence, closing quotes and brackets aside. */
    public static boolean endsSentence(String line) {
        int i = line.length() - 1;
        while (i >= 0 && CLOSERS.indexOf(line.charAt(i)) >= 0) {
            i--;
        }
        return i >= 0 && SENTENCE_ENDS.indexOf(line.charAt(i)) >= 0;
    }

    /** Ends with the mark of a statement: headlines end with a question mark often, with a full stop hardly, "U.S." aside. */
    public static boolean endsStatement(String line) {
        return endsSentence(line)
                && !line.endsWith("?")
                && !line.endsWith("!")
                && !line.endsWith("…")
                && !endsWithInitials(line);
    }

    private static boolean endsWithInitials(String line) {
        int end = line.length();
        return end >= 4
                && line.charAt(end - 1) == '.'
                && Character.isUpperCase(line.charAt(end - 2))
                && line.charAt(end - 3) == '.'
                && Character.isUpperCase(line.charAt(end - 4));
    }

    public static boolean opensQuote(String line) {
        return !line.isEmpty() && QUOTES.indexOf(line.charAt(0)) >= 0;
    }

    /** Has a capital letter and no small one. */
    public static boolean isAllCaps(CharSequence text) {
        boolean capital = false;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLowerCase(text.charAt(i))) {
                return false;
            }
            capital |= Character.isUpperCase(text.charAt(i));
        }
        return capital;
    }

    /** A remark in round brackets from its first to its last character; a longer one is a paragraph. */
    public static boolean isBracketed(String line) {
        return line.length() <= LONGEST_REMARK && line.startsWith("(") && line.endsWith(")");
    }

    /** Opens with a bullet or dash and a space. */
    public static boolean isBullet(String line) {
        return line.length() > 2 && BULLETS.indexOf(line.charAt(0)) >= 0 && line.charAt(1) == ' ';
    }

    public static boolean hasDigit(String line) {
        return line.chars().anyMatch(Character::isDigit);
    }

    /** Holds at least one letter or digit of any script. */
    public static boolean hasWord(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** The words of a line, counted up to a limit. */
    public static int words(String line, int limit) {
        int words = line.isEmpty() ? 0 : 1;
        for (int i = 0; i < line.length() && words < limit; i++) {
            if (line.charAt(i) == ' ') {
                words++;
            }
        }
        return words;
    }

    /** Without the marks around it: {@code (Reuters)} and {@code — Reuters.} become {@code Reuters}. */
    public static String bare(String line) {
        int start = 0;
        int end = line.length();
        while (start < end && !isInner(line.charAt(start))) {
            start++;
        }
        while (end > start && !isInner(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(start, end);
    }

    private static boolean isInner(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || c == '@' || c == '©';
    }
}
