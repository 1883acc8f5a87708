package dev.dateline.enrich.tag.topics;

import java.util.Set;

/**
 * Whether two English words of one stem are forms of one word. Snowball takes reporter and reportedly, intern and international, celebrity
 * and celebrate for the same, which they are not for a topic.
 */
final class Inflection {
    private static final Set<String> ENDINGS =
            Set.of("", "s", "es", "e", "ed", "d", "ing", "y", "ies", "ied", "ying", "ie", "'");

    private Inflection() {}

    /** Whether the two differ by nothing but the endings of plurals and verbs. */
    static boolean same(String one, String other) {
        int common = 0;
        int shorter = Math.min(one.length(), other.length());
        while (common < shorter && one.charAt(common) == other.charAt(common)) {
            common++;
        }
        return isEnding(one, common) && isEnding(other, common);
    }

    private static boolean isEnding(String word, int from) {
        // A consonant may be doubled: stop, stopping.
        boolean doubled = from > 0 && from < word.length() && word.charAt(from) == word.charAt(from - 1);
        return ENDINGS.contains(word.substring(from)) || (doubled && ENDINGS.contains(word.substring(from + 1)));
    }
}
