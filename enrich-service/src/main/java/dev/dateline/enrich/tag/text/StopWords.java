package dev.dateline.enrich.tag.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words too common to say what a text is about, per language; a language without a list has a rule of length instead. */
public final class StopWords {
    private static final Map<String, StopWords> LISTS = lists();
    private static final StopWords NO_LIST = new StopWords(Set.of());

    private static final int SHORTEST = 3;
    private static final int SHORTEST_WITHOUT_LIST = 5;
    /** Arabic and Hebrew write no short vowels. */
    private static final int SHORTEST_CONSONANTS = 4;
    /** Korean: one letter is a syllable. */
    private static final int SHORTEST_SYLLABLES = 2;

    private static final int LONGEST = 30;

    private final Set<String> words;

    private StopWords(Set<String> words) {
        this.words = words;
    }

    private static Map<String, StopWords> lists() {
        Map<String, StopWords> lists = new HashMap<>();
        for (String language : List.of("en", "de", "fr", "es")) {
            Set<String> words = new HashSet<>();
            ResourceLines.of(StopWords.class, "stopwords-" + language + ".txt")
                    .forEach(line -> words.addAll(List.of(line.split(" ", -1))));
            lists.put(language, new StopWords(Set.copyOf(words)));
        }
        return Map.copyOf(lists);
    }

    public static StopWords of(String language) {
        return LISTS.getOrDefault(language, NO_LIST);
    }

    /** Whether there is no list for the language. */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** Whether this word, or what stands before its apostrophe (they're, don't), is one of the list. */
    public boolean contains(String folded) {
        int apostrophe = folded.indexOf('\'');
        return words.contains(apostrophe > 0 ? folded.substring(0, apostrophe) : folded);
    }

    /** Whether a word can be a keyword or a part of one. */
    public boolean admits(Tokens tokens, int token) {
        int length = tokens.length(token);
        if (length > LONGEST || tokens.isDigit(token)) {
            return false;
        }
        // US is a country and us a pronoun; U.S. is longer but no less short.
        if (tokens.isAllCapitals(token)) {
            return length > 1;
        }
        return length >= shortest(tokens, token) && !contains(tokens.folded(token));
    }

    private int shortest(Tokens tokens, int token) {
        if (!words.isEmpty()) {
            return SHORTEST;
        }
        return switch (Character.UnicodeScript.of(tokens.text().codePointAt(tokens.start(token)))) {
            case HANGUL -> SHORTEST_SYLLABLES;
            case ARABIC, HEBREW -> SHORTEST_CONSONANTS;
            default -> SHORTEST_WITHOUT_LIST;
        };
    }
}
