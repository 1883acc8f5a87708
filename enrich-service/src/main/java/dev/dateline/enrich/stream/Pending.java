package dev.dateline.enrich.stream;

import dev.dateline.enrich.article.Article;
import dev.dateline.enrich.step.Origin;
import java.util.Map;

/** An article that waits at its owner for the verdict, with all that publishing it or refusing it will need. */
record Pending(Origin origin, Article article, Map<String, Long> durationsUs) {

    static String key(String articleId, int revision) {
        return articleId + "/" + revision;
    }
}
