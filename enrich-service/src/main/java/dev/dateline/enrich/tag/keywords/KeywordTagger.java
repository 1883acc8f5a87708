package dev.dateline.enrich.tag.keywords;

import dev.dateline.common.model.Keyword;
import dev.dateline.enrich.tag.text.Gap;
import dev.dateline.enrich.tag.text.Prepared;
import dev.dateline.enrich.tag.text.StopWords;
import dev.dateline.enrich.tag.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The terms an article repeats: words, pairs of neighbouring words and names of three, counted by their stems in the body, those of the
 * title first, words of any subject last. Linear in the text.
 *
 * <p>Stateless and thread-safe.
 */
public final class KeywordTagger {
    public static final String VERSION = "dateline-keywords-2";

    public static final int MAX_KEYWORDS = 10;
    private static final int LONGEST_NAME = 3;
    /** Chinese characters up to here are taken as one word, longer runs as overlapping pairs. */
    private static final int LONGEST_CJK_WORD = 4;

    private static final int LONGEST_KATAKANA_WORD = 30;

    /** At most {@link #MAX_KEYWORDS}, strongest first, ties in the order of first mention. */
    public List<Keyword> tag(Prepared text) {
        StopWords stopWords = StopWords.of(text.language());
        Terms terms = new Terms(Background.of(text.language()));
        // The body first: its spelling is better than that of a headline in capitals.
        collect(text.body(), Prepared.MAX_BODY_TOKENS, stopWords, terms, false);
        collect(text.title(), Prepared.MAX_TITLE_TOKENS, stopWords, terms, true);
        terms.markTied();
        List<Term> best = terms.all().stream()
                .filter(term -> term.isRepeated() && !term.isTied())
                .toList();
        if (best.isEmpty()) {
            best = terms.all().stream().filter(term -> term.words() == 1).toList();
        }
        return keywords(best);
    }

    private static List<Keyword> keywords(List<Term> terms) {
        List<Term> best = terms.stream()
                .filter(term -> term.score() > 0)
                .sorted(Comparator.comparingDouble(Term::score).reversed().thenComparingInt(Term::rank))
                .limit(MAX_KEYWORDS)
                .toList();
        List<Keyword> keywords = new ArrayList<>();
        for (Term term : best) {
            double weight =
                    Math.max(0.001, Math.round(term.score() / best.get(0).score() * 1000) / 1000.0);
            keywords.add(new Keyword(term.surface(), weight, term.mentions(), term.field(), term.start(), term.end()));
        }
        return List.copyOf(keywords);
    }

    private static void collect(Tokens tokens, int limit, StopWords stopWords, Terms terms, boolean title) {
        int first = -1;
        for (int i = 0; i < Math.min(tokens.size(), limit); i++) {
            if (tokens.isCjk(i)) {
                collectCjk(tokens, i, terms, title);
                first = -1;
                continue;
            }
            if (!stopWords.admits(tokens, i)) {
                first = -1;
                continue;
            }
            terms.count(tokens, i, i, title);
            boolean joined = first >= 0 && (tokens.gap(i) == Gap.SPACE || tokens.gap(i) == Gap.HYPHEN);
            first = joined ? first : i;
            if (first < i) {
                terms.count(tokens, i - 1, i, title);
            }
            if (i - first >= LONGEST_NAME - 1 && isName(tokens, i - LONGEST_NAME + 1, i)) {
                terms.count(tokens, i - LONGEST_NAME + 1, i, title);
            }
        }
    }

    private static boolean isName(Tokens tokens, int first, int last) {
        for (int i = first; i <= last; i++) {
            if (!tokens.isCapital(i)) {
                return false;
            }
        }
        return true;
    }

    private static void collectCjk(Tokens tokens, int token, Terms terms, boolean title) {
        String text = tokens.text();
        int start = tokens.start(token);
        int end = Math.min(tokens.end(token), start + Prepared.MAX_BODY_TOKENS);
        Character.UnicodeScript script = Character.UnicodeScript.of(text.codePointAt(start));
        if (script == Character.UnicodeScript.HIRAGANA || end - start < 2) {
            return;
        }
        // A word in Katakana is written in one run.
        if (end - start <= LONGEST_CJK_WORD || script == Character.UnicodeScript.KATAKANA) {
            int stop = Math.min(end, start + LONGEST_KATAKANA_WORD);
            boolean cuts = stop < end && Character.isHighSurrogate(text.charAt(stop - 1));
            terms.countPiece(tokens, start, cuts ? stop - 1 : stop, title);
            return;
        }
        for (int i = start; i + 1 < end; i++) {
            boolean whole = !Character.isSurrogate(text.charAt(i)) && !Character.isSurrogate(text.charAt(i + 1));
            if (whole) {
                terms.countPiece(tokens, i, i + 2, title);
            }
        }
    }
}
