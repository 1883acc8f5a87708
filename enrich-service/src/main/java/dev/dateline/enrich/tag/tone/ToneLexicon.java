package dev.dateline.enrich.tag.tone;

import dev.dateline.enrich.tag.text.ResourceLines;
import dev.dateline.enrich.tag.text.Stems;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The words of one language that tell how a text sounds. */
final class ToneLexicon {
    /**
     * A word that counts.
     *
     * @param word as the list has it
     * @param polarity 1 or -1
     */
    record Entry(String word, int polarity) {}

    private final Map<String, Entry> entries = new HashMap<>();
    private final Set<String> negations = new HashSet<>();
    private final Set<String> intensifiers = new HashSet<>();

    private ToneLexicon() {}

    /** The list of a language; its words are found by their stems. */
    static ToneLexicon load(String language) {
        ToneLexicon lexicon = new ToneLexicon();
        Stems stems = Stems.of(language);
        String section = "";
        for (String line : ResourceLines.of(ToneLexicon.class, "tone-" + language + ".txt")) {
            if (line.startsWith("[")) {
                section = line;
                continue;
            }
            for (String word : line.split(" ", -1)) {
                lexicon.add(section, word, stems);
            }
        }
        return lexicon;
    }

    private void add(String section, String word, Stems stems) {
        switch (section) {
            case "[positive]" -> entries.putIfAbsent(stems.stem(word), new Entry(word, 1));
            case "[negative]" -> entries.putIfAbsent(stems.stem(word), new Entry(word, -1));
            case "[negations]" -> negations.add(word);
            case "[intensifiers]" -> intensifiers.add(word);
            default -> throw new IllegalStateException("the list of tone has no section " + section);
        }
    }

    /** The entry of a stem, or null. */
    Entry entry(String stem) {
        return entries.get(stem);
    }

    /** Whether a folded word turns a later one around. */
    boolean negates(String folded) {
        return negations.contains(folded) || folded.endsWith("n't");
    }

    boolean intensifies(String folded) {
        return intensifiers.contains(folded);
    }
}
