package dev.dateline.standalone.eval;

import dev.dateline.enrich.identify.Sketched;
import dev.dateline.enrich.near.Comparison;
import dev.dateline.enrich.near.CopyRule;
import dev.dateline.standalone.compare.SharedBands;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Which articles of a set share a band and so are compared at all: an index of all bands, sorted. */
final class Candidates {
    /** A band of a template can have thousands; the details need one good example. */
    private static final int MAX_OF_A_BAND = 32;

    private final List<Sketched> articles;
    private final CopyRule rule;
    /** The band in the upper half, who has it in the lower. */
    private final long[] entries;

    private Candidates(List<Sketched> articles, CopyRule rule, long[] entries) {
        this.articles = articles;
        this.rule = rule;
        this.entries = entries;
    }

    /**
     * Candidates among these.
     *
     * @param articles null where one was refused
     */
    static Candidates of(List<Sketched> articles, CopyRule rule) {
        int bands = articles.stream()
                .mapToInt(article -> article == null ? 0 : article.sketch().bands().length)
                .sum();
        long[] entries = new long[bands];
        int count = 0;
        for (int i = 0; i < articles.size(); i++) {
            if (articles.get(i) != null) {
                for (int band : articles.get(i).sketch().bands()) {
                    entries[count++] = entry(band, i);
                }
            }
        }
        Arrays.sort(entries);
        return new Candidates(articles, rule, entries);
    }

    /** How many bands two articles have in common; without any they are never compared. */
    int sharedBands(int a, int b) {
        return articles.get(a) == null || articles.get(b) == null
                ? 0
                : SharedBands.count(articles.get(a).sketch(), articles.get(b).sketch());
    }

    /** What the rule says of two articles. */
    Comparison compare(int a, int b) {
        Sketched one = articles.get(a);
        Sketched other = articles.get(b);
        return rule.compare(
                one.sketch(),
                other.sketch(),
                Duration.between(one.article().publishedAt(), other.article().publishedAt()));
    }

    /** The candidate inside the window that has most in common with an article. */
    OptionalInt nearest(int article) {
        int nearest = -1;
        double most = -1;
        for (int candidate : candidates(article)) {
            Comparison comparison = compare(article, candidate);
            if (comparison.judgement() != Comparison.Judgement.TOO_FAR_APART && comparison.containment() > most) {
                most = comparison.containment();
                nearest = candidate;
            }
        }
        return nearest < 0 ? OptionalInt.empty() : OptionalInt.of(nearest);
    }

    private Set<Integer> candidates(int article) {
        Set<Integer> candidates = new HashSet<>();
        for (int band : articles.get(article).sketch().bands()) {
            int from = Arrays.binarySearch(entries, entry(band, article));
            collect(band, from, -1, candidates);
            collect(band, from, 1, candidates);
        }
        return candidates;
    }

    /** Neighbours of an entry to one side: articles that stand near it in the set. */
    private void collect(int band, int from, int step, Set<Integer> into) {
        int at = from + step;
        for (int i = 0; i < MAX_OF_A_BAND && at >= 0 && at < entries.length && band(entries[at]) == band; i++) {
            into.add((int) entries[at]);
            at += step;
        }
    }

    private static long entry(int band, int article) {
        return ((long) band << Integer.SIZE) | article;
    }

    private static int band(long entry) {
        return (int) (entry >> Integer.SIZE);
    }
}
