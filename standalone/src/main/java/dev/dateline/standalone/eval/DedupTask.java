package dev.dateline.standalone.eval;

import dev.dateline.common.model.RawArticle;
import dev.dateline.common.model.RawArticleBuilder;
import dev.dateline.common.outcome.Outcome;
import dev.dateline.enrich.Pipeline;
import dev.dateline.enrich.extract.ExtractArticle;
import dev.dateline.enrich.near.CopyRule;
import dev.dateline.enrich.sketch.SketchSettings;
import dev.dateline.enrich.sketch.Sketcher;
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
    /** Articles that are read before the clock starts. */
    private static final int WARM_UP = 4000;

    private static final double[] CONTAINMENTS = {0.5, 0.6, 0.7, 0.8, 0.9};
    /** No verdict depends on tags, so they would only hide what finding copies costs. */
    private static final Tags NO_TAGS = new Tags("und", 0.0, "", 0, 0, List.of(), List.of(), null);

    @Override
    public String name() {
        return "dedup";
    }

    @Override
    public String holds() {
        return DedupSet.ARTICLES + " (id, source, published_at, title, body) and " + DedupSet.PAIRS
                + " (header; columns id_a, id_b, perhaps containment)";
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
        request.progress()
                .accept(set.articles().size() + " articles, " + set.pairs().size() + " pairs");
        Sketcher sketcher = new Sketcher(SketchSettings.DEFAULT);
        ExtractArticle extract = new ExtractArticle();
        SketchedSet.of(
                extract,
                sketcher,
                set.articles().subList(0, Math.min(WARM_UP, set.articles().size())));
        SketchedSet sketched = SketchedSet.of(extract, sketcher, set.articles());
        Grouping grouping = request.order() == null && request.partitions() == null
                ? CoreRun.of(sketched, CopyRule.DEFAULT, request.progress())
                : arrive(set, request, partitions);
        return scores(set, sketched, grouping, request.details());
    }

    private static Grouping arrive(DedupSet set, Request request, int partitions) {
        List<RawArticle> arrivals = arrivals(set, request);
        Pipeline pipeline = withoutTags(Pipeline.standard());
        long seed = request.order() == null ? 0 : request.order();
        return partitions == 1
                ? TopologyRun.of(pipeline, arrivals, request.progress())
                : PartitionedRun.of(pipeline, arrivals, partitions, seed);
    }

    private static List<RawArticle> arrivals(DedupSet set, Request request) {
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

    private static Scores scores(DedupSet set, SketchedSet sketched, Grouping grouping, Details details) {
        int[] found = groups(set, grouping);
        DedupEvidence evidence = new DedupEvidence(set, sketched, CopyRule.DEFAULT);
        evidence.tell(details, sketched, grouping, found);
        List<PairScores.Pair> listed = PairScores.within(set.times(), set.pairs(), APART);
        PairScores pairs = PairScores.of(set.times(), found, listed, APART);
        Components expected = new Components(set.ids().size());
        set.pairs().forEach(pair -> expected.join(pair.a(), pair.b()));

        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("cpu_seconds_by_step", rounded(grouping.cpuSeconds()));
        fields.put("precision", Scores.score(pairs.precision()));
        fields.put("recall", Scores.score(pairs.recall()));
        fields.put("f1", Scores.score(pairs.f1()));
        fields.put("ari", Scores.score(AdjustedRandIndex.of(expected.groups(), found)));
        fields.put("candidate_recall", evidence.candidateRecall(listed));
        if (!set.containment().isEmpty()) {
            fields.put("recall_at_containment", recallAtContainment(set, listed, found));
        }
        fields.put("pairs_expected", pairs.listed());
        fields.put("pairs_found", pairs.predicted());
        fields.put("pairs_right", pairs.right());
        fields.put("groups", Arrays.stream(found).distinct().count());
        fields.put("late", grouping.late());
        fields.put("dead_letters", grouping.refused().size());
        if (!grouping.state().byStore().isEmpty()) {
            fields.put("state_bytes_per_article", Math.round(grouping.state().perArticle()));
            fields.put("state_bytes", grouping.state().byStore());
        }
        return new Scores(set.ids().size(), grouping.allCpuSeconds(), fields);
    }

    /** Recall of the pairs that have at least so much in common. */
    private static Map<String, Double> recallAtContainment(DedupSet set, List<PairScores.Pair> listed, int[] found) {
        Map<String, Double> recall = new LinkedHashMap<>();
        for (double least : CONTAINMENTS) {
            List<PairScores.Pair> alike = listed.stream()
                    .filter(pair -> set.containment().get(pair) >= least)
                    .toList();
            if (!alike.isEmpty()) {
                recall.put(Double.toString(least), Scores.share(PairScores.together(found, alike), alike.size()));
            }
        }
        return recall;
    }

    private static Map<String, Double> rounded(Map<String, Double> seconds) {
        Map<String, Double> rounded = new LinkedHashMap<>();
        seconds.forEach((step, spent) -> rounded.put(step, Scores.score(spent)));
        return rounded;
    }

    private static int[] groups(DedupSet set, Grouping grouping) {
        Map<String, Integer> numbers = new HashMap<>();
        return set.articles().stream()
                .map(article -> grouping.originalOf(article.articleId()))
                .mapToInt(original -> numbers.computeIfAbsent(original, id -> numbers.size()))
                .toArray();
    }
}
