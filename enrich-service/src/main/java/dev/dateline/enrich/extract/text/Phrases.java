package dev.dateline.enrich.extract.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A list of phrases to look for in folded lines, found by their first word so that a look-up does not grow with the list. */
public final class Phrases {
    private final Map<String, List<String>> byFirstWord = new HashMap<>();
    private final Set<String> all;

    private Phrases(List<String> phrases) {
        all = Set.copyOf(phrases);
        for (String phrase : all) {
            byFirstWord
                    .computeIfAbsent(phrase.substring(0, wordEnd(phrase, 0)), word -> new ArrayList<>())
                    .add(phrase);
        }
        byFirstWord
                .values()
                .forEach(list -> list.sort(
                        Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder())));
    }

    /** The phrases of a word list of this package. */
    public static Phrases load(String name) {
        return new Phrases(WordFile.lines(name));
    }

    /** Whether a folded line or word is exactly one of the phrases. */
    public boolean contains(String folded) {
        return all.contains(folded);
    }

    /** The longest phrase a folded line begins with, or null. */
    public String opening(String folded) {
        return at(folded, 0);
    }

    /** The first phrase that stands anywhere in a folded line, or null. */
    public String within(String folded) {
        int i = 0;
        while (i < folded.length()) {
            if (isWordPart(folded.charAt(i))) {
                String phrase = at(folded, i);
                if (phrase != null) {
                    return phrase;
                }
                i = wordEnd(folded, i);
            } else {
                i++;
            }
        }
        return null;
    }

    private String at(String folded, int start) {
        if (start >= folded.length() || !isWordPart(folded.charAt(start))) {
            return null;
        }
        List<String> candidates = byFirstWord.get(folded.substring(start, wordEnd(folded, start)));
        if (candidates != null) {
            for (String phrase : candidates) {
                int end = start + phrase.length();
                if (folded.startsWith(phrase, start) && (end == folded.length() || !isWordPart(folded.charAt(end)))) {
                    return phrase;
                }
            }
        }
        return null;
    }

    private static int wordEnd(String text, int start) {
        int end = start;
        while (end < text.length() && isWordPart(text.charAt(end))) {
            end++;
        }
        return Math.max(end, start + 1);
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '\'';
    }
}
