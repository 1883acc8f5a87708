package dev.dateline.enrich.tag.keywords;

import dev.dateline.enrich.tag.text.Prepared;
import dev.dateline.enrich.tag.text.Tokens;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The terms of one article by their stems: single words, and phrases of two or three. */
final class Terms {
    /** Stems get numbers, so that a phrase is found without putting its words together. */
    private static final int BITS = 21;
    /** Pieces of Chinese and Japanese that are looked at, in title and body together. */
    private static final int MAX_PIECES = Prepared.MAX_BODY_TOKENS;

    private final Background background;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Long, Term> terms = new LinkedHashMap<>();
    private int pieces;

    Terms(Background background) {
        this.background = background;
    }

    Collection<Term> all() {
        return terms.values();
    }

    /** Counts the tokens from {@code first} to {@code last}, both included, as one term. */
    void count(Tokens tokens, int first, int last, boolean title) {
        long key = 0;
        for (int i = first; i <= last; i++) {
            key = (key << BITS) | number(tokens.stem(i));
        }
        Term term = terms.get(key);
        if (term == null) {
            term = new Term(last - first + 1, terms.size(), specificity(tokens, first, last));
            terms.put(key, term);
        }
        int capitals = 0;
        for (int i = first; i <= last; i++) {
            capitals += tokens.isCapital(i) ? 1 : 0;
        }
        boolean name = capitals > last - first;
        // "Norway-based" is neither a name nor to be written without a capital.
        boolean tells = !tokens.opens(first) && (capitals == 0 || name);
        mention(term, tokens, tokens.start(first), tokens.end(last), title, name, tells);
    }

    /** Counts a piece of a run of Chinese characters or Kana. */
    void countPiece(Tokens tokens, int start, int end, boolean title) {
        if (pieces == MAX_PIECES) {
            return;
        }
        pieces++;
        String word = tokens.text().substring(start, end);
        Term term = terms.computeIfAbsent((long) number(word), key -> new Term(1, terms.size(), 1));
        mention(term, tokens, start, end, title, false, true);
    }

    private static void mention(
            Term term, Tokens tokens, int start, int end, boolean title, boolean name, boolean tells) {
        if (title) {
            term.inTitle(tokens.text(), start, end);
        } else {
            term.inBody(tokens.text(), start, end, name, tells);
        }
    }

    /** Tells each part of a phrase how often the whole stands there. */
    void markTied() {
        long mask = (1L << BITS) - 1;
        terms.forEach((key, term) -> {
            if (term.words() == 2) {
                raise(key >>> BITS, term);
                raise(key & mask, term);
            } else if (term.words() == 3) {
                raise(key >>> BITS, term);
                raise(key & ((mask << BITS) | mask), term);
                raise(key >>> (2 * BITS), term);
                raise((key >>> BITS) & mask, term);
                raise(key & mask, term);
            }
        });
    }

    private void raise(long part, Term whole) {
        Term term = terms.get(part);
        if (term != null) {
            term.partOfPhrase(whole.mentionsInBody());
        }
    }

    private int number(String stem) {
        Integer number = numbers.get(stem);
        if (number == null) {
            // From 1: a word and a phrase have keys of different sizes.
            number = numbers.size() + 1;
            numbers.put(stem, number);
        }
        return number;
    }

    /** That of the word that says most. */
    private double specificity(Tokens tokens, int first, int last) {
        double most = 0;
        for (int i = first; i <= last; i++) {
            most = Math.max(most, background.specificity(tokens.stem(i)));
        }
        return most;
    }
}
