package dev.dateline.enrich.extract.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the word lists beside this class: UTF-8, one entry a line, {@code #} opens a comment line. */
public final class WordFile {
    private WordFile() {}

    /** The entries of a list, trimmed, in their order. */
    public static List<String> lines(String name) {
        try (InputStream stream = WordFile.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the word list " + name + " is missing from the build");
            }
            List<String> entries = new ArrayList<>();
            BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String entry = line.trim();
                if (!entry.isEmpty() && entry.charAt(0) != '#') {
                    entries.add(entry);
                }
            }
            return List.copyOf(entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table of the form {@code key: word, word, ...}, turned around: from each word, as written, to its key. */
    public static Map<String, String> keysByWord(String name) {
        Map<String, String> keys = new HashMap<>();
        for (String line : lines(name)) {
            // The key of a zone holds a colon itself: the border is the first colon with a space behind it.
            int border = line.indexOf(": ");
            if (border < 0) {
                throw new IllegalStateException(name + ": expected \"key: word, word\" but found \"" + line + "\"");
            }
            for (String word : line.substring(border + 2).split(",", -1)) {
                keys.putIfAbsent(word.trim(), line.substring(0, border));
            }
        }
        return Map.copyOf(keys);
    }
}
