package dev.dateline.simulator;

import dev.dateline.simulator.grammar.Dice;
import dev.dateline.simulator.grammar.Lines;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hostile but legal content: markup as text, emoji, right-to-left text, combining characters, very long titles. */
record Oddity(String name, String titlePart, String paragraph) {
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-F]{4})");
    private static final List<Oddity> ALL =
            Lines.of("oddities.txt").stream().map(Oddity::parse).toList();
    private static final String LONG_TITLE = "long_title";
    private static final int LONG_TITLE_REPEATS = 12;
    private static final String SEPARATOR = " / ";
    /** Ingest reads titles of 1000 UTF-16 units; a copy or a correction may put some words in front. */
    private static final int LONGEST_TITLE = 900;

    private static Oddity parse(String line) {
        List<String> columns = Lines.columns(line);
        return new Oddity(columns.get(0), unescape(columns.get(1)), unescape(columns.get(2)));
    }

    private static String unescape(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(
                        match -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(match.group(1), 16))));
    }

    static Oddity any(Dice dice) {
        return dice.pick(ALL);
    }

    String title(String title) {
        return name.equals(LONG_TITLE) ? repeated(title) : title + " " + titlePart;
    }

    private static String repeated(String title) {
        int room = (LONGEST_TITLE + SEPARATOR.length()) / (title.length() + SEPARATOR.length());
        return String.join(SEPARATOR, Collections.nCopies(Math.min(LONG_TITLE_REPEATS, room), title));
    }

    Body body(Body body) {
        List<List<String>> paragraphs = new ArrayList<>(body.paragraphs());
        paragraphs.add(1, List.of(paragraph));
        return new Body(paragraphs);
    }

    /** A very long headline cannot be told from a paragraph in pasted text. */
    boolean suitsPastedText() {
        return !name.equals(LONG_TITLE);
    }
}
