package dev.dateline.enrich;

import dev.dateline.common.model.FieldSource;
import dev.dateline.enrich.article.ArticleBuilder;
import java.time.Instant;
import java.util.List;

/** Articles to start a test from. */
public final class Articles {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    /** Long enough that its words alone identify it. */
    public static final String BODY =
            "The harbour council voted on Tuesday to close the old ferry terminal, ending a service that carried commuters "
                    + "across the bay for ninety years.\n\nA bridge will open in spring, officials said, and buses will run "
                    + "every ten minutes.";

    private Articles() {}

    public static ArticleBuilder article() {
        return ArticleBuilder.builder()
                .articleId("a")
                .sourceId("harbour-post")
                .receivedAt(NOON)
                .publishedAt(NOON.minusSeconds(60))
                .publishedFrom(FieldSource.FEED)
                .title("Council closes ferry terminal")
                .authors(List.of())
                .bodyText(BODY);
    }
}
