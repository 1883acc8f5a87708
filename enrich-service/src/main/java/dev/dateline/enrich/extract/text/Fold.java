package dev.dateline.enrich.extract.text;

/** The form in which lines are compared with phrases: lower case, straight apostrophes, as many characters as the line. */
public final class Fold {
    /** No phrase and no piece of page furniture is longer; a longer line is compared by its beginning. */
    static final int MAX_LENGTH = 400;

    private Fold() {}

    /** The first {@link #MAX_LENGTH} characters of a line, folded; indices are those of the line. */
    public static String beginning(String line) {
        return fold(line, Math.min(line.length(), MAX_LENGTH));
    }

    /** The whole line, folded. */
    public static String all(String line) {
        return fold(line, line.length());
    }

    private static String fold(String line, int length) {
        char[] folded = new char[length];
        for (int i = 0; i < length; i++) {
            char c = line.charAt(i);
            folded[i] = c == '\u2019' || c == '\u2018' ? '\'' : Character.toLowerCase(c);
        }
        return new String(folded);
    }
}
