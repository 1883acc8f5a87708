package dev.dateline.simulator.grammar;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Other words for the same, as subeditors put them: a table of single words. */
public final class Rewording {
    private final Map<String, String> others;

    private Rewording(Map<String, String> others) {
        this.others = others;
    }

    /** Reads lines of a word and what takes its place. */
    public static Rewording load(String path) {
        return new Rewording(Lines.of(path).stream()
                .map(Lines::columns)
                .collect(Collectors.toUnmodifiableMap(columns -> columns.get(0), columns -> columns.get(1))));
    }

    /** The text with all words replaced that the table has; punctuation stays, and so do words that it touches. */
    public String reword(String text) {
        return List.of(text.split(" ", -1)).stream()
                .map(word -> others.getOrDefault(word, word))
                .collect(Collectors.joining(" "));
    }
}
