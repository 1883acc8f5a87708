package dev.dateline.standalone.console;

import picocli.CommandLine.Help.Ansi;

/**
 * Colours, when the terminal wants them. Picocli's own markup is not used for what is printed: an article could hold it.
 *
 * @param on whether escape sequences are written
 */
public record Palette(boolean on) {
    private static final String RESET = "\u001b[0m";

    /** Colours as a command line has decided. */
    public static Palette of(Ansi ansi) {
        return new Palette(ansi.enabled());
    }

    public String bold(String text) {
        return in("\u001b[1m", text);
    }

    public String dim(String text) {
        return in("\u001b[2m", text);
    }

    public String red(String text) {
        return in("\u001b[31m", text);
    }

    public String green(String text) {
        return in("\u001b[32m", text);
    }

    public String yellow(String text) {
        return in("\u001b[33m", text);
    }

    public String cyan(String text) {
        return in("\u001b[36m", text);
    }

    private String in(String code, String text) {
        return on && !text.isEmpty() ? code + text + RESET : text;
    }
}
