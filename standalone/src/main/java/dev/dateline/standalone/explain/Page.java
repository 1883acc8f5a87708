package dev.dateline.standalone.explain;

import dev.dateline.standalone.console.Palette;
import dev.dateline.standalone.console.Printable;
import java.io.PrintWriter;
import java.util.Locale;

/** A page for a terminal: headings, fields below them, notes. Nothing that is printed is read as markup. */
final class Page {
    private static final String INDENT = "  ";
    private static final int NAME_WIDTH = 14;
    private static final int MAX_VALUE = 110;
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

    private static String padded(String name) {
        return String.format(Locale.ROOT, "%-" + NAME_WIDTH + "s", name);
    }

    private static String cut(String value) {
        return value.codePointCount(0, value.length()) <= MAX_VALUE
                ? Printable.of(value)
                : Printable.of(value, MAX_VALUE) + " (" + value.length() + " characters)";
    }
}
