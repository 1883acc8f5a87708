package dev.dateline.benchmarks;

import dev.dateline.common.model.FieldSource;
import dev.dateline.common.model.RawArticle;
import dev.dateline.enrich.article.Article;
import dev.dateline.enrich.article.ArticleBuilder;
import dev.dateline.standalone.bench.BenchArticles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** English articles of some 500 words in paragraphs: the simulator's, as many of them in one as it takes. */
final class SampleArticles {
    private static final int WORDS = 500;
    private static final int PER_SAMPLE = 16;
    private static final long SEED = 1;
    private static final Instant TIME = Instant.parse("2026-04-14T09:00:00Z");

    private SampleArticles() {}

    /** As many articles, always the same ones. */
    static List<Article> of(int count) {
        List<Article> articles = new ArrayList<>();
        StringBuilder body = new StringBuilder();
        int words = 0;
        for (RawArticle raw : BenchArticles.articles(count * PER_SAMPLE, SEED, TIME)) {
            boolean english = raw.title() != null && raw.bodyText() != null && "en".equals(raw.language());
            if (!english || articles.size() == count) {
                continue;
            }
            body.append(body.isEmpty() ? "" : "\n\n").append(raw.bodyText());
            words += raw.bodyText().split("\\s+", -1).length;
            if (words >= WORDS) {
                articles.add(article(raw.title(), body.toString()));
                body.setLength(0);
                words = 0;
            }
        }
        return articles;
    }

    private static Article article(String title, String body) {
        return ArticleBuilder.builder()
                .articleId("sample")
                .sourceId("sample")
                .receivedAt(TIME)
                .publishedAt(TIME)
                .publishedFrom(FieldSource.FEED)
                .title(title)
                .authors(List.of())
                .bodyText(body)
                .build();
    }
}
