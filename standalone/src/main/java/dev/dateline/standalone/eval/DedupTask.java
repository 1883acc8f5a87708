package dev.dateline.standalone.eval;

import dev.dateline.common.model.RawArticle;
import dev.dateline.common.model.RawArticleBuilder;
import dev.dateline.common.outcome.Outcome;
import dev.dateline.enrich.Pipeline;
import dev.dateline.enrich.near.CopySettings;
import dev.dateline.enrich.near.Standing;
import dev.dateline.enrich.sketch.Sketcher;
import dev.dateline.enrich.tag.Tags;
import dev.dateline.enrich.tag.TagsBuilder;
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
import java.util.stream.IntStream;

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
    private static final Tags NO_TAGS = TagsBuilder.builder()
            .language("und")
            .languageConfidence(0.0)
            .summary("")
            .topics(List.of())
            .keywords(List.of())
            .entities(List.of())
            .build();

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
        CopySettings copies = Configured.enrich().copies();
        boolean asItIs = request.order() == null && request.partitions() == null;
        List<RawArticle> received = asItIs ? set.articles() : atOnce(set);
        Sketcher sketcher = new Sketcher(copies.sketch());
        List<RawArticle> first = received.subList(0, Math.min(WARM_UP, received.size()));
        new PartitionedRun(SketchedSet.of(sketcher, first), 1, copies).inOrder(line -> {});
        SketchedSet sketched = SketchedSet.of(sketcher, received);
        Grouping grouping = asItIs
                ? new PartitionedRun(sketched, 1, copies).inOrder(request.progress())
                : shuffled(request, partitions, received, sketched, copies);
        return scores(set, received, sketched, grouping, copies, request.details());
    }

    private static Grouping shuffled(
            Request request, int partitions, List<RawArticle> received, SketchedSet sketched, CopySettings copies) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, received.size()).boxed().toList());
        long seed = request.order() == null ? 0 : request.order();
        if (request.order() != null) {
            Collections.shuffle(order, new Random(seed));
        }
        if (partitions == 1) {
            return TopologyRun.of(
                    withoutTags(Pipeline.standard(copies)),
                    order.stream().map(received::get).toList(),
                    request.progress());
        }
        return new PartitionedRun(sketched, partitions, spread(copies, partitions)).byChance(order, new Random(seed));
    }

    private static CopySettings spread(CopySettings copies, int partitions) {
        return new CopySettings(
                Math.min(partitions, Standing.MAX_PARTITIONS), copies.grace(), copies.sketch(), copies.rule());
    }

    /** All articles received at one instant: nothing is forgotten, so the order of arrival is the only thing that changes. */
    private static List<RawArticle> atOnce(DedupSet set) {
        Instant once = set.times().stream().max(Instant::compareTo).orElse(Instant.EPOCH);
        return set.articles().stream()
                .map(article ->
                        RawArticleBuilder.builder(article).receivedAt(once).build())
                .toList();
    }

    private static Pipeline withoutTags(Pipeline standard) {
        return new Pipeline(
                standard.version(),
                standard.decode(),
                standard.extract(),
                standard.sketch(),
                standard.identify(),
                standard.decide(),
                article -> Outcome.done(NO_TAGS),
                standard.compose());
    }

    private static Scores scores(
            DedupSet set,
            List<RawArticle> received,
            SketchedSet sketched,
            Grouping grouping,
            CopySettings copies,
            Details details) {
        int[] found = groups(set, grouping);
        DedupEvidence evidence = new DedupEvidence(set, sketched, copies.rule());
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
        fields.put("late", Late.count(received, copies));
        fields.put("dead_letters", grouping.refused().size());
        fields.put("state_bytes_per_article", Math.round(grouping.state().perArticle()));
        fields.put("state_bytes", grouping.state().byStore());
        fields.put("work", grouping.work());
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
