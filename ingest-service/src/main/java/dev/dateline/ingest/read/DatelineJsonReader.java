package dev.dateline.ingest.read;

import dev.dateline.common.model.RawArticle;
import dev.dateline.common.model.RawArticleBuilder;
import java.util.List;
import java.util.Set;

/** Our own JSON form, read by {@link ArticleJson}. What the request says of the article holds where the article says nothing. */
public final class DatelineJsonReader implements FormatReader {
    private static final String NAME = "dateline-json";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of("application/json");
    }

    @Override
    public boolean recognises(String opening) {
        return opening.startsWith("{");
    }

    @Override
    public List<Reading> read(Document document) {
        String charset = document.type().charset();
        if (charset != null && !charset.equals("utf-8") && !charset.equals("utf8")) {
            throw Rejection.unsupported("JSON is always UTF-8 (RFC 8259); leave the charset out");
        }
        RawArticle article = ArticleJson.read(document.bytes());
        return List.of(new Reading.Article(RawArticleBuilder.builder(article)
                .reader(NAME)
                .sourceId(given(article.sourceId(), document.sourceId()))
                .providerId(given(article.providerId(), document.providerId()))
                .url(given(article.url(), document.url()))
                .build()));
    }

    private static String given(String byArticle, String byRequest) {
        return byArticle == null ? byRequest : byArticle;
    }
}
