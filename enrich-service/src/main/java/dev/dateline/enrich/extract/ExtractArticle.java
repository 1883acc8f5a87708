package dev.dateline.enrich.extract;

import dev.dateline.common.model.*;
import dev.dateline.common.outcome.*;
import dev.dateline.enrich.article.*;
import java.util.List;
import java.util.function.Function;

public final class ExtractArticle implements Function<RawArticle, Outcome<Article>> {
    @Override
    public Outcome<Article> apply(RawArticle r) {
        return Outcome.done(ArticleBuilder.builder()
                .articleId(r.articleId())
                .sourceId(r.sourceId())
                .receivedAt(r.receivedAt())
                .publishedAt(r.publishedAt() == null ? r.receivedAt() : r.publishedAt())
                .publishedFrom(DateSource.FEED)
                .title(r.title() == null ? "t" : r.title())
                .authors(List.of())
                .bodyText(r.bodyText())
                .url(r.url())
                .modifiedAt(r.modifiedAt())
                .build());
    }
}
