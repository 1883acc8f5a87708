package dev.dateline.standalone.console;

/**
 * Text of strangers, fit for a terminal: one line, and nothing in it that a terminal or a reader's eye would take for a command.
 * Controls (escape sequences begin with one), bidirectional overrides and other invisible marks are written as {@code \}{@code u{1b}}.
 */
public final class Printable {
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final String CUT = "…";

    private Printable() {}

    /** The text as one harmless line; empty for null. */
    public static String of(String text) {
        return of(text, Integer.MAX_VALUE);
    }

    /**
     * The text as one harmless line, cut when it is too long.
     *
     * @param most code points, the mark of the cut included; a wide character counts as one
     */
    public static String of(String text, int most) {
        if (text == null) {
            return "";
        }
        StringBuilder line = new StringBuilder(Math.min(text.length(), 200));
        int count = 0;
        int i = 0;
        while (i < text.length()) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (count == most - 1 && i < text.length()) {
                return line.append(CUT).toString();
            }
            append(line, point);
            count++;
        }
        return line.toString();
    }

    private static void append(StringBuilder line, int point) {
        if (point == '\n' || point == '\r' || point == '\t') {
            line.append(' ');
        } else if (isHarmless(point)) {
            line.appendCodePoint(point);
        } else {
            line.append("\\u{").append(Integer.toHexString(point)).append('}');
        }
    }

    private static boolean isHarmless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            // Several scripts and emoji are not written without these two.
            case Character.FORMAT -> point == ZERO_WIDTH_JOINER || point == ZERO_WIDTH_NON_JOINER;
            default -> true;
        };
    }
}
