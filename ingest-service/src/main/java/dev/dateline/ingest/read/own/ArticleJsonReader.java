package dev.dateline.ingest.read.own;

import dev.dateline.common.model.RawArticle;
import dev.dateline.common.model.RawArticleBuilder;
import dev.dateline.ingest.read.ArticleJson;
import dev.dateline.ingest.read.Document;
import dev.dateline.ingest.read.FormatReader;
import dev.dateline.ingest.read.Reading;
import java.util.List;
import java.util.Set;

/** Our own JSON form, see {@link ArticleJson}. The request's source and id are stronger than the document's. */
public final class ArticleJsonReader implements FormatReader {
    public static final String NAME = "dateline-json";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of("application/json");
    }

    /** Has no mark of its own: JSON that no other reader knows is taken for it. */
    @Override
    public boolean recognises(String opening) {
        return opening.startsWith("{");
    }

    @Override
    public List<Reading> read(Document document) {
        RawArticle article = ArticleJson.read(document.bytes());
        return List.of(new Reading.Article(RawArticleBuilder.builder(article)
                .reader(NAME)
                .sourceId(first(document.sourceId(), article.sourceId()))
                .providerId(first(document.providerId(), article.providerId()))
                .url(first(article.url(), document.url()))
                .build()));
    }

    private static String first(String one, String other) {
        return one == null ? other : one;
    }
}
