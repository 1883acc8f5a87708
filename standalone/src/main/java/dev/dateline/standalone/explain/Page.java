package dev.dateline.standalone.explain;

import dev.dateline.standalone.console.Printable;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/** A page for a terminal: headings, fields below them, notes. Nothing that is printed is read as markup. */
final class Page {
    private static final String INDENT = "  ";
    private static final int NAME_WIDTH = 14;
    private static final int MAX_VALUE = 110;
    private static final long MICROS_PER_MILLI = 1000;

    private final PrintWriter out;
    private final Ansi ansi;

    Page(PrintWriter out, Ansi ansi) {
        this.out = out;
        this.ansi = ansi;
    }

    void heading(String title, String remark, Long durationUs) {
        String took = durationUs == null
                ? ""
                : String.format(Locale.ROOT, "  %.1f ms", durationUs / (double) MICROS_PER_MILLI);
        out.println();
        out.println(styled(Style.bold, title) + INDENT + Printable.of(remark) + styled(Style.faint, took));
    }

    /** One field; nothing when it has no value. */
    void field(String name, Object value) {
        if (value != null) {
            out.println(INDENT + styled(Style.fg_cyan, padded(name)) + INDENT + cut(value.toString()));
        }
    }

    /** A field and where it comes from. */
    void field(String name, Object value, String note) {
        if (value != null) {
            out.println(INDENT
                    + styled(Style.fg_cyan, padded(name))
                    + INDENT
                    + cut(value.toString())
                    + INDENT
                    + styled(Style.faint, Printable.of(note)));
        }
    }

    /** One line of the article and what it was taken for. */
    void line(Explanation.ReadLine read) {
        String role = String.format(Locale.ROOT, "%4d  %-9s ", read.line(), read.role());
        out.println(INDENT + styled(Style.fg_yellow, role) + cut(read.text()));
        out.println(INDENT + " ".repeat(role.length()) + styled(Style.faint, Printable.of(read.why())));
    }

    void bad(String name, String value) {
        out.println(INDENT + styled(Style.fg_red, padded(name)) + INDENT + Printable.of(value));
    }

    /** Lines that are already laid out. */
    void block(String text) {
        text.lines().forEach(line -> out.println(INDENT + Printable.of(line)));
    }

    private static String padded(String name) {
        return String.format(Locale.ROOT, "%-" + NAME_WIDTH + "s", name);
    }

    private static String cut(String value) {
        String safe = Printable.of(value);
        if (safe.length() <= MAX_VALUE) {
            return safe;
        }
        int end = Character.isHighSurrogate(safe.charAt(MAX_VALUE - 1)) ? MAX_VALUE - 1 : MAX_VALUE;
        return safe.substring(0, end) + "… (" + value.length() + " characters)";
    }

    private String styled(IStyle style, String text) {
        return ansi.enabled() && !text.isEmpty() ? style.on() + text + style.off() : text;
    }
}
