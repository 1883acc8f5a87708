package dev.dateline.standalone.eval;

import dev.dateline.common.model.RawArticle;
import dev.dateline.common.model.RawArticleBuilder;
import dev.dateline.common.outcome.Outcome;
import dev.dateline.enrich.Pipeline;
import dev.dateline.enrich.tag.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Which articles the pipeline takes for copies of each other.
 *
 * <p>As it is, the set arrives as a live feed would bring it: in the order of the file, each article received when it was published. With
 * an order or partitions given, all of it is received at one instant, so that the order of arrival is the only thing that changes.
 */
final class DedupTask implements Task {
    private static final Duration APART = Duration.ofDays(7);
    private static final int MAX_PARTITIONS = 64;
    /** No verdict depends on tags, so they would only hide what finding copies costs. */
    private static final Tags NO_TAGS = new Tags("und", 0.0, "", 0, 0, List.of(), List.of(), null);

    @Override
    public String name() {
        return "dedup";
    }

    @Override
    public String holds() {
        return DedupSet.ARTICLES + " (id, source, published_at, title, body) and " + DedupSet.PAIRS
                + " (header; columns id_a, id_b)";
    }

    @Override
    public Set<Option> options() {
        return Set.of(Option.ORDER, Option.PARTITIONS);
    }

    @Override
    public Scores run(Request request) {
        DedupSet set = DedupSet.read(this, request.folder(this));
        int partitions = request.partitions() == null ? 1 : request.partitions();
        if (partitions < 1 || partitions > MAX_PARTITIONS) {
            throw new EvalException("--partitions takes 1 to " + MAX_PARTITIONS + ", not " + partitions);
        }
        List<RawArticle> arrivals = arrivals(set, request);
        Pipeline pipeline = withoutTags(Pipeline.standard());
        request.progress()
                .accept(set.articles().size() + " articles, " + set.pairs().size() + " pairs");
        long seed = request.order() == null ? 0 : request.order();
        Grouping grouping = partitions == 1
                ? TopologyRun.of(pipeline, arrivals, request.progress())
                : PartitionedRun.of(pipeline, arrivals, partitions, seed);
        return scores(set, grouping, pipeline, request.details());
    }

    private static List<RawArticle> arrivals(DedupSet set, Request request) {
        if (request.order() == null && request.partitions() == null) {
            return set.articles();
        }
        Instant once = set.times().stream().max(Instant::compareTo).orElse(Instant.EPOCH);
        List<RawArticle> arrivals = new ArrayList<>(set.articles().stream()
                .map(article ->
                        RawArticleBuilder.builder(article).receivedAt(once).build())
                .toList());
        if (request.order() != null) {
            Collections.shuffle(arrivals, new Random(request.order()));
        }
        return arrivals;
    }

    private static Pipeline withoutTags(Pipeline standard) {
        return new Pipeline(
                standard.version(),
                standard.decode(),
                standard.extract(),
                standard.identify(),
                standard.match(),
                standard.decide(),
                article -> Outcome.done(NO_TAGS),
                standard.compose());
    }

    private static Scores scores(DedupSet set, Grouping grouping, Pipeline pipeline, Details details) {
        int[] found = groups(set, grouping);
        DedupEvidence evidence = DedupEvidence.of(pipeline, set, found);
        evidence.tell(details);
        PairScores pairs = PairScores.of(set.times(), found, set.pairs(), APART);
        Components expected = new Components(set.ids().size());
        set.pairs().forEach(pair -> expected.join(pair.a(), pair.b()));

        long articles = set.ids().size();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("precision", Scores.score(pairs.precision()));
        fields.put("recall", Scores.score(pairs.recall()));
        fields.put("f1", Scores.score(pairs.f1()));
        fields.put("ari", Scores.score(AdjustedRandIndex.of(expected.groups(), found)));
        fields.put("pairs_expected", pairs.listed());
        fields.put("pairs_found", pairs.predicted());
        fields.put("pairs_right", pairs.right());
        fields.put("groups", Arrays.stream(found).distinct().count());
        fields.put("late", evidence.late(APART));
        fields.put("dead_letters", grouping.refused().size());
        fields.put("state_bytes_per_article", Math.round(grouping.state().perArticle()));
        fields.put("state_bytes", grouping.state().byStore());
        return new Scores(articles, grouping.cpuSeconds(), fields);
    }

    private static int[] groups(DedupSet set, Grouping grouping) {
        Map<String, Integer> numbers = new HashMap<>();
        return set.articles().stream()
                .map(article -> grouping.originalOf(article.articleId()))
                .mapToInt(original -> numbers.computeIfAbsent(original, id -> numbers.size()))
                .toArray();
    }
}
