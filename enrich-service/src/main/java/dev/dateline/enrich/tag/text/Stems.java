package dev.dateline.enrich.tag.text;

import java.util.Map;
import java.util.stream.Collectors;
import opennlp.tools.stemmer.snowball.SnowballStemmer;
import opennlp.tools.stemmer.snowball.SnowballStemmer.ALGORITHM;

/**
 * The common stem of the forms of a word, by Snowball (Porter, 2001). What has no stemmer keeps the folded word.
 *
 * <p>Thread-safe: the algorithms keep state, so each thread has its own.
 */
public final class Stems {
    private static final Map<String, ALGORITHM> ALGORITHMS = Map.ofEntries(
            Map.entry("en", ALGORITHM.ENGLISH),
            Map.entry("de", ALGORITHM.GERMAN),
            Map.entry("fr", ALGORITHM.FRENCH),
            Map.entry("es", ALGORITHM.SPANISH),
            Map.entry("it", ALGORITHM.ITALIAN),
            Map.entry("pt", ALGORITHM.PORTUGUESE),
            Map.entry("nl", ALGORITHM.DUTCH),
            Map.entry("ru", ALGORITHM.RUSSIAN),
            Map.entry("sv", ALGORITHM.SWEDISH),
            Map.entry("tr", ALGORITHM.TURKISH));
    private static final Stems NONE = new Stems(null);
    private static final Map<String, Stems> ALL = ALGORITHMS.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> new Stems(each.getValue())));

    /** Longer words are no words. */
    private static final int LONGEST = 40;

    /** Words whose stems a thread remembers, per language: a word takes Snowball a microsecond and more, and most words come again. */
    private static final int REMEMBERED = 4096;

    private static final class Memory {
        private final SnowballStemmer stemmer;
        private final String[] words = new String[REMEMBERED];
        private final String[] stems = new String[REMEMBERED];

        Memory(ALGORITHM algorithm) {
            this.stemmer = new SnowballStemmer(algorithm);
        }

        String stem(String word) {
            int slot = (word.hashCode() ^ (word.hashCode() >>> 12)) & (REMEMBERED - 1);
            if (!word.equals(words[slot])) {
                stems[slot] = stemmer.stem(word).toString();
                words[slot] = word;
            }
            return stems[slot];
        }
    }

    private final ThreadLocal<Memory> memory;

    private Stems(ALGORITHM algorithm) {
        this.memory = algorithm == null ? null : ThreadLocal.withInitial(() -> new Memory(algorithm));
    }

    /**
     * The stems of one language.
     *
     * @param language BCP 47 subtag
     */
    public static Stems of(String language) {
        return ALL.getOrDefault(language, NONE);
    }

    /** The stem of a folded word. */
    public String stem(String folded) {
        return memory == null || folded.length() > LONGEST
                ? folded
                : memory.get().stem(folded);
    }
}
