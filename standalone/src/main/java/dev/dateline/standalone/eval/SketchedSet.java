package dev.dateline.standalone.eval;

import dev.dateline.common.model.RawArticle;
import dev.dateline.common.outcome.Outcome;
import dev.dateline.enrich.article.Article;
import dev.dateline.enrich.near.Member;
import dev.dateline.enrich.near.Place;
import dev.dateline.enrich.sketch.Sketch;
import dev.dateline.enrich.sketch.Sketcher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The articles of a set as they are compared.
 *
 * @param members in the order of the set; null where a step refused the article
 * @param refused the ids of these
 * @param cpuSeconds what each step took
 */
record SketchedSet(List<Member> members, Set<String> refused, Map<String, Double> cpuSeconds) {
    /** Articles that are in memory as texts and as clean texts at a time. */
    private static final int CHUNK = 1000;

    private static final int FIRST_REVISION = 1;
    private static final int ONLY_PARTITION = 0;

    static SketchedSet of(
            Function<RawArticle, Outcome<Article>> extract, Sketcher sketcher, List<RawArticle> articles) {
        List<Member> members = new ArrayList<>();
        Set<String> refused = new HashSet<>();
        double extracting = 0;
        double sketching = 0;
        for (int from = 0; from < articles.size(); from += CHUNK) {
            List<RawArticle> chunk = articles.subList(from, Math.min(articles.size(), from + CHUNK));
            CpuClock clock = CpuClock.start();
            List<Outcome<Article>> extracted = chunk.stream().map(extract).toList();
            extracting += clock.seconds();
            clock = CpuClock.start();
            extracted.forEach(outcome -> members.add(member(sketcher, outcome)));
            sketching += clock.seconds();
            for (int i = 0; i < chunk.size(); i++) {
                if (members.get(from + i) == null) {
                    refused.add(chunk.get(i).articleId());
                }
            }
        }
        Map<String, Double> cpuSeconds = new LinkedHashMap<>();
        cpuSeconds.put("extract", extracting);
        cpuSeconds.put("sketch", sketching);
        return new SketchedSet(Collections.unmodifiableList(members), refused, cpuSeconds);
    }

    /** The first of the articles, to warm up with. */
    SketchedSet first(int most) {
        return new SketchedSet(members.subList(0, Math.min(most, members.size())), refused, cpuSeconds);
    }

    private static Member member(Sketcher sketcher, Outcome<Article> outcome) {
        if (!(outcome instanceof Outcome.Done<Article> done)) {
            return null;
        }
        Article article = done.value();
        Sketch sketch = sketcher.sketch(article.title(), article.bodyText());
        Place place = new Place(article.publishedAt(), article.receivedAt(), article.articleId());
        return new Member(place, FIRST_REVISION, ONLY_PARTITION, sketch);
    }
}
