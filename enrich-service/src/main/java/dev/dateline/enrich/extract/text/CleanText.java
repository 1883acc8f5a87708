package dev.dateline.enrich.extract.text;

/**
 * Brings text from anywhere into one form: lines end with {@code \n}, words are separated by one space, nothing invisible
 * is left that splits words, and every UTF-16 surrogate has its partner. Letters of all scripts, joiners, direction marks,
 * emoji and combining characters stay as they are.
 */
public final class CleanText {
    private static final char SOFT_HYPHEN = '\u00AD';
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char REPLACEMENT = '\uFFFD';
    private static final char DELETE = '\u007F';
    private static final char LAST_C1_CONTROL = '\u009F';

    private final String raw;
    private final boolean oneLine;
    private final StringBuilder clean;
    private boolean spacePending;

    private CleanText(String raw, boolean oneLine) {
        this.raw = raw;
        this.oneLine = oneLine;
        this.clean = new StringBuilder(raw.length());
    }

    /** Clean text with its line breaks; lines have no space at their ends. Line numbers are those of the input. */
    public static String lines(String raw) {
        return new CleanText(raw, false).run();
    }

    /** Clean text on one line, or null when nothing but space is in it. */
    public static String oneLine(String raw) {
        if (raw == null) {
            return null;
        }
        String line = new CleanText(raw, true).run();
        return line.isEmpty() ? null : line;
    }

    private String run() {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c > ' ' && c < DELETE) {
                put(c);
            } else if (isLineBreak(c)) {
                if (c == '\r' && i + 1 < raw.length() && raw.charAt(i + 1) == '\n') {
                    i++;
                }
                breakLine();
            } else if (isSpace(c)) {
                spacePending = true;
            } else if (Character.isSurrogate(c)) {
                i += putSurrogate(c, i);
            } else if (!isDropped(c)) {
                put(c);
            }
        }
        return clean.toString();
    }

    private void breakLine() {
        spacePending = oneLine;
        if (!oneLine) {
            clean.append('\n');
        }
    }

    /** Returns how many further characters were used. */
    private int putSurrogate(char c, int at) {
        boolean paired =
                Character.isHighSurrogate(c) && at + 1 < raw.length() && Character.isLowSurrogate(raw.charAt(at + 1));
        if (!paired) {
            put(REPLACEMENT);
            return 0;
        }
        put(c);
        put(raw.charAt(at + 1));
        return 1;
    }

    private void put(char c) {
        if (spacePending) {
            spacePending = false;
            if (!clean.isEmpty() && clean.charAt(clean.length() - 1) != '\n') {
                clean.append(' ');
            }
        }
        clean.append(c);
    }

    private static boolean isLineBreak(char c) {
        return switch (c) {
            case '\n', '\r', '\u000B', '\f', '\u0085', '\u2028', '\u2029' -> true;
            default -> false;
        };
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    /** Controls, and marks without a glyph that only hide inside words: the byte order mark and the soft hyphen. */
    private static boolean isDropped(char c) {
        return c < ' ' || (c >= DELETE && c <= LAST_C1_CONTROL) || c == BYTE_ORDER_MARK || c == SOFT_HYPHEN;
    }
}
