package dev.dateline.enrich.tag.names;

import dev.dateline.enrich.tag.text.ResourceLines;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The words that come with names, and are parts of them or not, from {@code names.txt}; in their {@link Spelling}. */
final class Cues {
    static final Cues NAMES = load();

    private final Map<String, Set<String>> sections;

    private Cues(Map<String, Set<String>> sections) {
        this.sections = sections;
    }

    private static Cues load() {
        Map<String, Set<String>> sections = new HashMap<>();
        String section = "";
        for (String line : ResourceLines.of(Cues.class, "names.txt")) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.length() - 1);
                continue;
            }
            for (String word : line.split(" ", -1)) {
                sections.computeIfAbsent(section, key -> new HashSet<>()).add(Spelling.of(word));
            }
        }
        sections.replaceAll((key, words) -> Set.copyOf(words));
        return new Cues(Map.copyOf(sections));
    }

    Set<String> of(String section) {
        Set<String> words = sections.get(section);
        if (words == null) {
            throw new IllegalStateException("names.txt has no section " + section);
        }
        return words;
    }
}
