package dev.dateline.standalone.eval;

import dev.dateline.common.model.RawArticle;
import dev.dateline.common.outcome.Outcome;
import dev.dateline.enrich.Pipeline;
import dev.dateline.enrich.article.Article;
import dev.dateline.enrich.identify.Identified;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Why articles of a set were put together or not: the hash of their words, which is what the pipeline compares. */
final class DedupEvidence {
    /** A line of the details: the articles it should be, and is, in one group with. */
    public record Item(String id, List<String> expected, List<String> got, String why) {}

    private final DedupSet set;
    private final int[] found;
    private final List<String> words;

    private DedupEvidence(DedupSet set, int[] found, List<String> words) {
        this.set = set;
        this.found = found;
        this.words = words;
    }

    /**
     * Reads the words of every article once more.
     *
     * @param found the group of each article
     */
    static DedupEvidence of(Pipeline pipeline, DedupSet set, int[] found) {
        List<String> words = set.articles().stream()
                .map(article -> wordsHash(pipeline, article))
                .toList();
        return new DedupEvidence(set, found, words);
    }

    /** Articles with the same words as the one published last before them, not too long before, and all the same in another group. */
    long late(Duration apart) {
        Map<String, Integer> last = new HashMap<>();
        List<Instant> times = set.times();
        long late = 0;
        for (int i : IntStream.range(0, words.size())
                .boxed()
                .sorted(Comparator.comparing(times::get))
                .toList()) {
            Integer before = words.get(i).isEmpty() ? null : last.put(words.get(i), i);
            boolean near = before != null
                    && Duration.between(times.get(before), times.get(i)).compareTo(apart) <= 0;
            late += near && found[before] != found[i] ? 1 : 0;
        }
        return late;
    }

    void tell(Details details) {
        Map<Integer, List<String>> partners = new HashMap<>();
        for (PairScores.Pair pair : set.pairs()) {
            partners.computeIfAbsent(pair.a(), a -> new ArrayList<>())
                    .add(set.ids().get(pair.b()));
            partners.computeIfAbsent(pair.b(), b -> new ArrayList<>())
                    .add(set.ids().get(pair.a()));
        }
        Map<Integer, TreeSet<String>> groups = new HashMap<>();
        for (int i = 0; i < found.length; i++) {
            groups.computeIfAbsent(found[i], group -> new TreeSet<>())
                    .add(set.ids().get(i));
        }
        for (int i = 0; i < found.length; i++) {
            String id = set.ids().get(i);
            List<String> got = groups.get(found[i]).stream()
                    .filter(other -> !other.equals(id))
                    .toList();
            details.add(new Item(id, partners.getOrDefault(i, List.of()), got, why(words.get(i), got)));
        }
    }

    private static String why(String hash, List<String> got) {
        if (hash.isEmpty()) {
            return "refused: it has no text";
        }
        return (got.isEmpty() ? "no other article in the window has its words_hash " : "the same words_hash ") + hash;
    }

    private static String wordsHash(Pipeline pipeline, RawArticle raw) {
        Outcome<Article> extracted = pipeline.extract().apply(raw);
        boolean refused = !(extracted instanceof Outcome.Done<Article>);
        if (refused) {
            return "";
        }
        Article article = ((Outcome.Done<Article>) extracted).value();
        Identified identified = pipeline.identify().identify(null, article);
        return ((Identified.Fresh) identified).version().wordsHash();
    }
}
