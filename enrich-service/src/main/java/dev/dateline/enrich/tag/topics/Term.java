package dev.dateline.enrich.tag.topics;

import dev.dateline.enrich.tag.text.Tokens;
import java.util.List;
import java.util.Map;

/** A term of one language with what it says of each topic. Immutable; two terms are never equal. */
final class Term {
    private final String text;
    private final List<TermForm.Word> words;
    private final int[] topics;
    private final double[] weights;
    private final int narrowness;

    /**
     * A term.
     *
     * @param text as its file has it
     * @param words null for a part of a word
     * @param weights by index of topic in {@link Lexicon#topics}, of the broader topics, too; 0 where the words of the term say nothing
     */
    Term(String text, List<TermForm.Word> words, Map<Integer, Double> weights) {
        this.text = text;
        this.words = words;
        this.topics = weights.keySet().stream().mapToInt(Integer::intValue).toArray();
        this.weights =
                weights.values().stream().mapToDouble(Double::doubleValue).toArray();
        this.narrowness = words == null ? -1 : TermForm.narrowness(words);
    }

    /** Whether the words of a text that begin at a token, and have the keys of this term's words, are meant. */
    boolean fits(Tokens tokens, int first, boolean shouted) {
        for (int i = 0; i < words.size(); i++) {
            if (!words.get(i).fits(tokens, first + i, shouted)) {
                return false;
            }
        }
        return true;
    }

    /** How many words of the text have just the term's form. */
    int sameForms(Tokens tokens, int first) {
        int same = 0;
        for (int i = 0; i < words.size(); i++) {
            same += words.get(i).form().equals(tokens.folded(first + i)) ? 1 : 0;
        }
        return same;
    }

    String text() {
        return text;
    }

    List<TermForm.Word> words() {
        return words;
    }

    /** Of two terms at the same words, the narrower one is meant. */
    int narrowness() {
        return narrowness;
    }

    /** How many topics it says something of. */
    int size() {
        return topics.length;
    }

    int topic(int i) {
        return topics[i];
    }

    double weight(int i) {
        return weights[i];
    }

    /** The weight for a topic; 0 where it says nothing. */
    double weightFor(int topic) {
        for (int i = 0; i < topics.length; i++) {
            if (topics[i] == topic) {
                return weights[i];
            }
        }
        return 0;
    }
}
