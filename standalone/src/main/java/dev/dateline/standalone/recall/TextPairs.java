package dev.dateline.standalone.recall;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Pairs of texts that share a known part of their shingles: words made of random syllables, so that nothing is shared by chance. */
final class TextPairs {
    private static final String CONSONANTS = "bdfgklmnprstvz";
    private static final String VOWELS = "aeiou";
    private static final int SYLLABLES = 5;

    private final Random chance;
    private final int words;
    private final int shingleWords;

    /** Two texts. */
    record Pair(String a, String b) {}

    /**
     * Pairs.
     *
     * @param words of the first text
     * @param shingleWords words in a shingle
     */
    TextPairs(long seed, int words, int shingleWords) {
        this.chance = new Random(seed);
        this.words = words;
        this.shingleWords = shingleWords;
    }

    /** The shingles of the first text. */
    int shingles() {
        return words - shingleWords + 1;
    }

    /** The second text has so many of the first one's shingles, in one passage somewhere, and is as long: the rest is its own. */
    Pair rewritten(int shared) {
        List<String> a = text(words);
        int passage = shared + shingleWords - 1;
        List<String> b = new ArrayList<>(text(words - passage));
        int from = chance.nextInt(words - passage + 1);
        b.addAll(chance.nextInt(b.size() + 1), a.subList(from, from + passage));
        return pair(a, b);
    }

    /** The second text is the beginning of the first, with so many of its shingles. */
    Pair truncated(int kept) {
        List<String> a = text(words);
        return pair(a, a.subList(0, kept + shingleWords - 1));
    }

    /** The second text is the end of the first, with so many of its shingles. */
    Pair excerpted(int kept) {
        List<String> a = text(words);
        return pair(a, a.subList(words - kept - shingleWords + 1, words));
    }

    private static Pair pair(List<String> a, List<String> b) {
        return new Pair(String.join(" ", a), String.join(" ", b));
    }

    private List<String> text(int length) {
        return Collections.unmodifiableList(
                chance.ints(length).mapToObj(i -> word()).toList());
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < SYLLABLES; i++) {
            word.append(CONSONANTS.charAt(chance.nextInt(CONSONANTS.length())));
            word.append(VOWELS.charAt(chance.nextInt(VOWELS.length())));
        }
        return word.toString();
    }
}
