package dev.dateline.enrich.tag.topics;

import java.util.Set;

/**
 * Whether an English word is an inflected form of another of the same stem. Snowball takes reporter and reportedly, intern and international, celebrity
 * and celebrate for the same, which they are not for a topic.
 */
final class Inflection {
    private static final Set<String> BASE = Set.of("", "e", "y");
    private static final Set<String> ENDINGS =
            Set.of("", "s", "es", "e", "ed", "d", "ing", "y", "ies", "ied", "ying", "'");

    private Inflection() {}

    /** Whether a word is a plural or a verb form of another, or that itself; what is written as such a form has no others. */
    static boolean isOf(String base, String word) {
        int common = 0;
        int shorter = Math.min(base.length(), word.length());
        while (common < shorter && base.charAt(common) == word.charAt(common)) {
            common++;
        }
        return base.equals(word) || (BASE.contains(base.substring(common)) && isEnding(word, common));
    }

    private static boolean isEnding(String word, int from) {
        // A consonant may be doubled: stop, stopping.
        boolean doubled = from > 0 && from < word.length() && word.charAt(from) == word.charAt(from - 1);
        return ENDINGS.contains(word.substring(from)) || (doubled && ENDINGS.contains(word.substring(from + 1)));
    }
}
