package dev.dateline.enrich.tag.keywords;

import dev.dateline.common.model.Keyword;
import dev.dateline.enrich.tag.text.Gap;
import dev.dateline.enrich.tag.text.Prepared;
import dev.dateline.enrich.tag.text.StopWords;
import dev.dateline.enrich.tag.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The terms an article repeats: words and pairs of neighbouring words, counted in the body, those of the title first. Linear in the text.
 *
 * <p>Stateless and thread-safe.
 */
public final class KeywordTagger {
    public static final String VERSION = "dateline-term-frequency-1";

    public static final int MAX_KEYWORDS = 10;
    /** A term of the title counts as much as this many more mentions in the body. */
    private static final double TITLE_MENTIONS = 3;
    /** Two words together say more than one. */
    private static final double PAIR_FACTOR = 1.4;
    /** A name says more than a common noun. */
    private static final double NAME_FACTOR = 1.3;
    /** A word that hardly ever stands without its partner is told by the pair. */
    private static final double TIED = 0.8;
    /** Chinese characters up to here are taken as one word, longer runs as overlapping pairs. */
    private static final int LONGEST_CJK_WORD = 4;

    private static final int LONGEST_KATAKANA_WORD = 30;

    private static final class Term {
        private final boolean pair;
        private final int rank;
        private String surface;
        private boolean small;
        private boolean title;
        private int names;
        private int count;
        private int longestPair;

        Term(boolean pair, int rank) {
            this.pair = pair;
            this.rank = rank;
        }

        double score() {
            double score = count + (title ? TITLE_MENTIONS : 0);
            return score * (pair ? PAIR_FACTOR : 1) * (names * 2 > count ? NAME_FACTOR : 1);
        }

        boolean isRepeated() {
            return pair ? count > 1 || (title && count > 0) : count > 1 || title;
        }

        boolean isTied() {
            return longestPair > 1 && longestPair >= TIED * count;
        }
    }

    /** At most {@link #MAX_KEYWORDS}, strongest first, ties in the order of first mention. */
    public List<Keyword> tag(Prepared text) {
        StopWords stopWords = StopWords.of(text.language());
        Map<String, Term> terms = new HashMap<>();
        // The body first: its spelling is better than that of a headline in capitals.
        collect(text.body(), Prepared.MAX_BODY_TOKENS, stopWords, terms, false);
        collect(text.title(), Prepared.MAX_TITLE_TOKENS, stopWords, terms, true);
        markTied(terms);
        List<Term> best = terms.values().stream()
                .filter(term -> term.isRepeated() && !term.isTied())
                .toList();
        if (best.isEmpty()) {
            best = terms.values().stream().filter(term -> !term.pair).toList();
        }
        return keywords(best);
    }

    private static List<Keyword> keywords(List<Term> terms) {
        List<Term> best = terms.stream()
                .sorted(Comparator.comparingDouble(Term::score).reversed().thenComparingInt(term -> term.rank))
                .limit(MAX_KEYWORDS)
                .toList();
        List<Keyword> keywords = new ArrayList<>();
        for (Term term : best) {
            double weight = term.score() / best.get(0).score();
            keywords.add(new Keyword(term.surface, Math.round(weight * 1000) / 1000.0));
        }
        return List.copyOf(keywords);
    }

    private static void collect(Tokens tokens, int limit, StopWords stopWords, Map<String, Term> terms, boolean title) {
        boolean before = false;
        for (int i = 0; i < Math.min(tokens.size(), limit); i++) {
            if (tokens.isCjk(i)) {
                collectCjk(tokens, i, terms, title);
                before = false;
                continue;
            }
            boolean admitted = stopWords.admits(tokens, i);
            if (admitted) {
                count(tokens, i, i, tokens.folded(i), terms, title);
            }
            if (admitted && before && (tokens.gap(i) == Gap.SPACE || tokens.gap(i) == Gap.HYPHEN)) {
                count(tokens, i - 1, i, tokens.folded(i - 1) + ' ' + tokens.folded(i), terms, title);
            }
            before = admitted;
        }
    }

    private static void count(Tokens tokens, int first, int last, String key, Map<String, Term> terms, boolean title) {
        Term term = terms.get(key);
        if (term == null) {
            term = new Term(first < last, terms.size());
            terms.put(key, term);
        }
        boolean small = !tokens.isCapital(first) && !tokens.isCapital(last);
        // A capital may come from the start of a sentence; a small letter is how the word is written.
        if (term.surface == null || (small && !term.small)) {
            term.surface = tokens.text().substring(tokens.start(first), tokens.end(last));
            term.small = small;
        }
        mark(term, !small && !tokens.opens(first), title);
    }

    private static void mark(Term term, boolean name, boolean title) {
        if (title) {
            term.title = true;
        } else {
            term.count++;
            term.names += name ? 1 : 0;
        }
    }

    private static void collectCjk(Tokens tokens, int token, Map<String, Term> terms, boolean title) {
        String text = tokens.text();
        int start = tokens.start(token);
        int end = Math.min(tokens.end(token), start + Prepared.MAX_BODY_TOKENS);
        Character.UnicodeScript script = Character.UnicodeScript.of(text.codePointAt(start));
        if (script == Character.UnicodeScript.HIRAGANA || end - start < 2) {
            return;
        }
        // A word in Katakana is written in one run.
        if (end - start <= LONGEST_CJK_WORD || script == Character.UnicodeScript.KATAKANA) {
            countCjk(text.substring(start, Math.min(end, start + LONGEST_KATAKANA_WORD)), terms, title);
            return;
        }
        for (int i = start; i + 1 < end; i++) {
            boolean whole = !Character.isSurrogate(text.charAt(i)) && !Character.isSurrogate(text.charAt(i + 1));
            if (whole) {
                countCjk(text.substring(i, i + 2), terms, title);
            }
        }
    }

    private static void countCjk(String word, Map<String, Term> terms, boolean title) {
        Term term = terms.get(word);
        if (term == null) {
            term = new Term(false, terms.size());
            term.surface = word;
            terms.put(word, term);
        }
        mark(term, false, title);
    }

    private static void markTied(Map<String, Term> terms) {
        terms.forEach((key, term) -> {
            if (term.pair) {
                int space = key.indexOf(' ');
                raise(terms.get(key.substring(0, space)), term.count);
                raise(terms.get(key.substring(space + 1)), term.count);
            }
        });
    }

    private static void raise(Term part, int count) {
        part.longestPair = Math.max(part.longestPair, count);
    }
}
