package dev.dateline.standalone.eval;

import dev.dateline.enrich.near.Comparison;
import dev.dateline.enrich.near.CopyRule;
import dev.dateline.standalone.compare.Reasoning;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Why articles of a set were put together or not: each compared with its original, with those it should be with, and with the nearest. */
final class DedupEvidence {
    /** A group of thousands needs no comparison of each with each. */
    private static final int MAX_COMPARED = 8;

    /**
     * A line of the details.
     *
     * @param expected the articles it should be in one group with
     * @param got the articles it is in one group with
     * @param why the sentence on the first comparison
     */
    public record Item(
            String id, List<String> expected, List<String> got, String original, String why, List<Compared> compared) {}

    /**
     * An article that this one was compared with.
     *
     * @param as {@code original}, {@code expected} (but not in its group) or {@code nearest}
     * @param sharedBands without any the service never compares the two
     */
    public record Compared(
            String id,
            String as,
            int sharedBands,
            double jaccard,
            double containment,
            int sharedNumbers,
            int fewerNumbers,
            String apart,
            Comparison.Judgement judgement,
            String says) {}

    private final DedupSet set;
    private final Candidates candidates;
    private final Reasoning reasoning;
    private final List<List<Integer>> partners = new ArrayList<>();

    DedupEvidence(DedupSet set, SketchedSet sketched, CopyRule rule) {
        this.set = set;
        this.candidates = Candidates.of(sketched.members(), rule);
        this.reasoning = new Reasoning(rule);
        set.ids().forEach(id -> partners.add(new ArrayList<>()));
        for (PairScores.Pair pair : set.pairs()) {
            partners.get(pair.a()).add(pair.b());
            partners.get(pair.b()).add(pair.a());
        }
    }

    /** The share of pairs that have a band in common: what the rule gets to see. */
    double candidateRecall(List<PairScores.Pair> pairs) {
        long seen = pairs.stream()
                .filter(pair -> candidates.sharedBands(pair.a(), pair.b()) > 0)
                .count();
        return Scores.share(seen, pairs.size());
    }

    void tell(Details details, SketchedSet sketched, Grouping grouping, int[] found) {
        Map<String, Integer> indices = new HashMap<>();
        Map<Integer, Set<Integer>> groups = new HashMap<>();
        for (int i = 0; i < found.length; i++) {
            indices.put(set.articles().get(i).articleId(), i);
            groups.computeIfAbsent(found[i], group -> new TreeSet<>()).add(i);
        }
        for (int i = 0; i < found.length; i++) {
            Set<Integer> group = groups.get(found[i]);
            if (sketched.members().get(i) == null) {
                details.add(new Item(id(i), ids(partners.get(i)), List.of(), null, "Refused: no text.", List.of()));
            } else {
                details.add(item(
                        i, indices.get(grouping.originalOf(set.articles().get(i).articleId())), group));
            }
        }
    }

    private Item item(int article, int original, Set<Integer> group) {
        List<Compared> compared = new ArrayList<>();
        if (original != article) {
            compared.add(compared(article, original, "original"));
        }
        partners.get(article).stream()
                .filter(partner -> !group.contains(partner))
                .limit(MAX_COMPARED)
                .forEach(partner -> compared.add(compared(article, partner, "expected")));
        if (compared.isEmpty()) {
            candidates.nearest(article).ifPresent(nearest -> compared.add(compared(article, nearest, "nearest")));
        }
        List<Integer> got = group.stream().filter(other -> other != article).toList();
        String why = compared.isEmpty()
                ? "No other article of the window shares a band."
                : compared.get(0).says();
        return new Item(id(article), ids(partners.get(article)), ids(got), id(original), why, compared);
    }

    private Compared compared(int article, int other, String as) {
        Comparison comparison = candidates.compare(article, other);
        int shared = candidates.sharedBands(article, other);
        return new Compared(
                id(other),
                as,
                shared,
                Scores.score(comparison.jaccard()),
                Scores.score(comparison.containment()),
                comparison.sharedNumbers(),
                comparison.fewerNumbers(),
                Reasoning.length(comparison.apart()),
                comparison.judgement(),
                (shared == 0 ? "Never compared, for they share no band. " : "") + reasoning.of(comparison));
    }

    private String id(int article) {
        return set.ids().get(article);
    }

    private List<String> ids(Iterable<Integer> articles) {
        List<String> ids = new ArrayList<>();
        articles.forEach(article -> ids.add(id(article)));
        return ids;
    }
}
