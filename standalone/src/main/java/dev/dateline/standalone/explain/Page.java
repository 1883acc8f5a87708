package dev.dateline.standalone.explain;

import dev.dateline.standalone.compare.Passage;
import dev.dateline.standalone.console.Palette;
import dev.dateline.standalone.console.Printable;
import java.io.PrintWriter;
import java.util.Locale;

/** A page for a terminal: headings, fields below them, notes. Nothing that is printed is read as markup. */
final class Page {
    private static final String INDENT = "  ";
    private static final int NAME_WIDTH = 14;
    private static final int MAX_VALUE = 110;
    private static final int MAX_PASSAGE = 600;
    private static final long MICROS_PER_MILLI = 1000;

    private final PrintWriter out;
    private final Palette palette;

    Page(PrintWriter out, Palette palette) {
        this.out = out;
        this.palette = palette;
    }

    void heading(String title, String remark, Long durationUs) {
        String took = durationUs == null
                ? ""
                : String.format(Locale.ROOT, "  %.1f ms", durationUs / (double) MICROS_PER_MILLI);
        out.println();
        out.println(palette.bold(title) + INDENT + Printable.of(remark) + palette.dim(took));
    }

    /** One field; nothing when it has no value. */
    void field(String name, Object value) {
        if (value != null) {
            out.println(INDENT + palette.cyan(padded(name)) + INDENT + cut(value.toString()));
        }
    }

    /** A field and where it comes from. */
    void field(String name, Object value, String note) {
        if (value != null) {
            out.println(INDENT
                    + palette.cyan(padded(name))
                    + INDENT
                    + cut(value.toString())
                    + INDENT
                    + palette.dim(Printable.of(note)));
        }
    }

    /** One line of the article and what it was taken for. */
    void line(Explanation.ReadLine read) {
        String role = String.format(Locale.ROOT, "%4d  %-9s ", read.line(), read.role());
        out.println(INDENT + palette.yellow(role) + cut(read.text()));
        out.println(INDENT + " ".repeat(role.length()) + palette.dim(Printable.of(read.why())));
    }

    /** A piece of one text: dim when the other has it, too, and then only its ends when it is long. */
    void passage(Passage passage) {
        String words = INDENT + palette.dim("(" + passage.words() + " words)");
        if (passage.common()) {
            out.println(INDENT + palette.dim("=  " + Printable.of(ends(passage.text()))) + words);
        } else {
            out.println(INDENT + palette.yellow("-  " + Printable.of(passage.text(), MAX_PASSAGE)) + words);
        }
    }

    /** Words of ours, at full length. */
    void note(String name, String text) {
        out.println(INDENT + palette.cyan(padded(name)) + INDENT + Printable.of(text));
    }

    void bad(String name, String value) {
        out.println(INDENT + palette.red(padded(name)) + INDENT + Printable.of(value));
    }

    /** Lines that are already laid out. */
    void block(String text) {
        text.lines().forEach(line -> out.println(INDENT + Printable.of(line)));
    }

    private static String ends(String text) {
        int count = text.codePointCount(0, text.length());
        if (count <= MAX_VALUE) {
            return text;
        }
        int half = MAX_VALUE / 2;
        return text.substring(0, text.offsetByCodePoints(0, half)) + " … "
                + text.substring(text.offsetByCodePoints(text.length(), -half));
    }

    private static String padded(String name) {
        return String.format(Locale.ROOT, "%-" + NAME_WIDTH + "s", name);
    }

    private static String cut(String value) {
        return value.codePointCount(0, value.length()) <= MAX_VALUE
                ? Printable.of(value)
                : Printable.of(value, MAX_VALUE) + " (" + value.length() + " characters)";
    }
}
