package dev.dateline.standalone.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How well one text matches another, by their bags of four successive words, as Zyte's article-extraction-benchmark counts it.
 *
 * @param right shingles that are in both
 * @param excess shingles of the found text alone
 * @param missing shingles of the expected text alone
 */
record Shingles(int right, int excess, int missing) {
    private static final int SIZE = 4;

    static Shingles compare(String expected, String found) {
        Map<List<String>, Integer> open = bag(expected);
        int right = 0;
        int excess = 0;
        for (Map.Entry<List<String>, Integer> shingle : bag(found).entrySet()) {
            int both = Math.min(open.getOrDefault(shingle.getKey(), 0), shingle.getValue());
            right += both;
            excess += shingle.getValue() - both;
        }
        int all = open.values().stream().mapToInt(Integer::intValue).sum();
        return new Shingles(right, excess, all - right);
    }

    /** Whether the page counts for precision at all: something was found. */
    boolean hasFound() {
        return right + excess > 0;
    }

    /** Whether the page counts for recall: something was expected. */
    boolean hasExpected() {
        return right + missing > 0;
    }

    double precision() {
        return (double) right / (right + excess);
    }

    double recall() {
        return (double) right / (right + missing);
    }

    boolean isExact() {
        return excess == 0 && missing == 0;
    }

    private static Map<List<String>, Integer> bag(String text) {
        List<String> words = words(text);
        Map<List<String>, Integer> bag = new HashMap<>();
        if (words.isEmpty()) {
            return bag;
        }
        // A text of fewer words is one shingle.
        for (int i = 0; i == 0 || i + SIZE <= words.size(); i++) {
            bag.merge(List.copyOf(words.subList(i, Math.min(words.size(), i + SIZE))), 1, Integer::sum);
        }
        return bag;
    }

    /** Runs of letters, digits and low lines: what {@code \w+} finds in Python, which leaves combining marks out. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isWordPart(c)) {
                word.appendCodePoint(c);
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        });
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    private static boolean isWordPart(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || c == '_'
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }
}
