package dev.dateline.standalone.eval;

import dev.dateline.common.model.RawArticle;
import dev.dateline.common.outcome.Outcome;
import dev.dateline.enrich.article.Article;
import dev.dateline.enrich.extract.ExtractArticle;
import dev.dateline.enrich.identify.Sketched;
import dev.dateline.enrich.sketch.Sketcher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The articles of a set as they are compared.
 *
 * @param articles in the order of the set; null where a step refused the article
 * @param refused the ids of these
 * @param cpuSeconds what each step took
 */
record SketchedSet(List<Sketched> articles, Set<String> refused, Map<String, Double> cpuSeconds) {
    /** Articles between two looks at the clock. */
    private static final int CHUNK = 1000;

    static SketchedSet of(Sketcher sketcher, List<RawArticle> raw) {
        ExtractArticle extract = new ExtractArticle();
        List<Sketched> articles = new ArrayList<>();
        Set<String> refused = new HashSet<>();
        double extracting = 0;
        double sketching = 0;
        for (int from = 0; from < raw.size(); from += CHUNK) {
            List<RawArticle> chunk = raw.subList(from, Math.min(raw.size(), from + CHUNK));
            CpuClock clock = CpuClock.start();
            List<Outcome<Article>> extracted = chunk.stream().map(extract).toList();
            extracting += clock.seconds();
            clock = CpuClock.start();
            extracted.forEach(outcome -> articles.add(sketched(sketcher, outcome)));
            sketching += clock.seconds();
            for (int i = 0; i < chunk.size(); i++) {
                if (articles.get(from + i) == null) {
                    refused.add(chunk.get(i).articleId());
                }
            }
        }
        Map<String, Double> cpuSeconds = new LinkedHashMap<>();
        cpuSeconds.put("extract", extracting);
        cpuSeconds.put("sketch", sketching);
        return new SketchedSet(Collections.unmodifiableList(articles), refused, cpuSeconds);
    }

    private static Sketched sketched(Sketcher sketcher, Outcome<Article> outcome) {
        if (!(outcome instanceof Outcome.Done<Article> done)) {
            return null;
        }
        Article article = done.value();
        return new Sketched(article, sketcher.sketch(article.title(), article.bodyText()));
    }
}
