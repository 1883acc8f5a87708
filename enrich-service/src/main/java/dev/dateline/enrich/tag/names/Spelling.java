package dev.dateline.enrich.tag.names;

import java.text.Normalizer;
import java.util.Map;

/**
 * How the words of names are compared: without case, accents, apostrophes and full stops, in one of the two English spellings. Those of
 * foreign names also by their {@link #skeleton}.
 */
final class Spelling {
    private static final Map<String, String> AMERICAN = Map.ofEntries(
            Map.entry("centre", "center"),
            Map.entry("centres", "centers"),
            Map.entry("defence", "defense"),
            Map.entry("labour", "labor"),
            Map.entry("harbour", "harbor"),
            Map.entry("programme", "program"),
            Map.entry("programmes", "programs"),
            Map.entry("theatre", "theater"),
            Map.entry("grey", "gray"),
            Map.entry("honour", "honor"),
            Map.entry("saint", "st"),
            Map.entry("el", "al"),
            Map.entry("quaida", "qaeda"),
            Map.entry("qaida", "qaeda"));

    private Spelling() {}

    /**
     * The word to compare by.
     *
     * @param folded in lower case
     */
    static String of(String folded) {
        String word = isPlain(folded) ? folded : plain(folded);
        if (word.length() >= 7 && (word.endsWith("isation") || word.endsWith("isations"))) {
            int s = word.lastIndexOf("isation") + 1;
            return word.substring(0, s) + 'z' + word.substring(s + 1);
        }
        return AMERICAN.getOrDefault(word, word);
    }

    private static boolean isPlain(String folded) {
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c >= 0x80 || c == '.' || c == '\'') {
                return false;
            }
        }
        return true;
    }

    private static String plain(String folded) {
        String parts = Normalizer.normalize(folded, Normalizer.Form.NFD);
        StringBuilder plain = new StringBuilder(parts.length());
        for (int i = 0; i < parts.length(); i++) {
            char c = parts.charAt(i);
            if (c == 'ø') {
                plain.append('o');
            } else if (c == 'ł') {
                plain.append('l');
            } else if (c == 'ß') {
                plain.append("ss");
            } else if (Character.getType(c) != Character.NON_SPACING_MARK && ".'\u2018\u02bc".indexOf(c) < 0) {
                plain.append(c);
            }
        }
        // A word of nothing but marks is compared as it is.
        return plain.isEmpty() ? folded : plain.toString();
    }

    /**
     * The consonants of a name, each once where it is doubled, between its first letter and whether it ends in a vowel: the same for
     * Mohammed and Muhammad, Soleimani and Suleimani, not for Paul and Paula.
     */
    static String skeleton(String word) {
        StringBuilder skeleton = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean last = i == word.length() - 1;
            boolean vowel = "aeiouy".indexOf(c) >= 0;
            boolean doubled = i > 0 && word.charAt(i - 1) == c;
            if (i == 0 || (last && vowel) || (!vowel && !doubled)) {
                skeleton.append(c);
            }
        }
        return skeleton.toString();
    }
}
