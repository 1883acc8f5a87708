package dev.dateline.enrich.extract.byline;

import dev.dateline.enrich.extract.text.Fold;
import dev.dateline.enrich.extract.text.Phrases;
import dev.dateline.enrich.extract.text.WordFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the names of news agencies in credits, bylines and datelines. Not for prose, where "PA" may be anything. */
public final class Agencies {
    /** Up to this length a spelling has to match in its case: "SID" is an agency, "sid" hardly. */
    private static final int SHORT = 4;

    /** The name of agencies that a text does not name. */
    static final String UNNAMED = "agencies";

    private static final Map<String, String> NAMES = WordFile.keysByWord("agencies.txt");
    private static final Map<String, List<String>> SPELLINGS = spellings();
    private static final Phrases CONNECTORS = Phrases.load("credit-connectors.txt");

    /**
     * The agencies of a piece of text.
     *
     * @param names in their order, each once
     * @param alone nothing but agencies and connecting words is in the text
     */
    public record Found(List<String> names, boolean alone) {
        public boolean onlyAgencies() {
            return alone && !names.isEmpty();
        }

        /** The names with commas, or null when there are none. */
        public String joined() {
            return names.isEmpty() ? null : String.join(", ", names);
        }
    }

    private Agencies() {}

    public static Found in(String text) {
        Set<String> names = new LinkedHashSet<>();
        boolean alone = true;
        int i = 0;
        while (i < text.length()) {
            if (!Character.isLetterOrDigit(text.charAt(i))) {
                i++;
                continue;
            }
            String spelling = spellingAt(text, i);
            if (spelling != null) {
                names.add(NAMES.get(spelling));
                i += spelling.length();
            } else {
                int end = wordEnd(text, i);
                alone &= CONNECTORS.contains(Fold.all(text.substring(i, end)));
                i = end;
            }
        }
        return new Found(List.copyOf(names), alone);
    }

    /** The usual name for a spelling. */
    static String name(String spelling) {
        return NAMES.get(spelling);
    }

    /** The longest spelling of an agency that begins here, or null. */
    static String spellingAt(String text, int start) {
        List<String> candidates = SPELLINGS.get(Fold.all(text.substring(start, wordEnd(text, start))));
        if (candidates == null) {
            return null;
        }
        for (String spelling : candidates) {
            int end = start + spelling.length();
            boolean ignoreCase = spelling.length() > SHORT;
            if (text.regionMatches(ignoreCase, start, spelling, 0, spelling.length())
                    && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
                return spelling;
            }
        }
        return null;
    }

    static int wordEnd(String text, int start) {
        int end = start;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static Map<String, List<String>> spellings() {
        Map<String, List<String>> byFirstWord = new HashMap<>();
        for (String spelling : NAMES.keySet()) {
            byFirstWord
                    .computeIfAbsent(Fold.all(spelling.substring(0, wordEnd(spelling, 0))), word -> new ArrayList<>())
                    .add(spelling);
        }
        byFirstWord
                .values()
                .forEach(list -> list.sort(
                        Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder())));
        return byFirstWord;
    }
}
