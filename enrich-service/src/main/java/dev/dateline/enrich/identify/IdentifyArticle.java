package dev.dateline.enrich.identify;

import dev.dateline.enrich.article.Article;
import java.util.List;
import java.util.Optional;

/**
 * Same id and same content is a resend; same id and other content is the next revision, never a duplicate.
 *
 * <p>Content that equals an older revision is a late resend of it, unless the producer says it was modified after the latest one:
 * then the text was changed back, which is news.
 */
public final class IdentifyArticle {

    /**
     * Compares a delivery with what is known.
     *
     * @param known the state kept under the article's id; null when it is new
     */
    public Identified identify(ArticleState known, Article article) {
        String content = ContentHash.ofContent(article);
        String words = ContentHash.ofWords(article);
        if (known == null) {
            ArticleState blank = state(article, List.of(), 0);
            return fresh(blank, Version.asked(1, article.sourceId(), content, words));
        }
        Optional<Version> same = known.versions().stream()
                .filter(version -> version.contentHash().equals(content))
                .reduce((earlier, later) -> later);
        if (same.isPresent() && !changedBack(known, same.get(), article)) {
            Version version = same.get();
            return version.status() == VersionStatus.DEAD_LETTER
                    ? fresh(known, version.with(VersionStatus.ASKED)) // redriven: try again
                    : new Identified.Resend(version.revision());
        }
        int revision = known.latest().map(Version::revision).orElse(0) + 1;
        return fresh(
                state(article, known.versions(), known.assignments()),
                Version.asked(revision, article.sourceId(), content, words));
    }

    private static boolean changedBack(ArticleState known, Version same, Article article) {
        boolean older = known.latest().map(Version::revision).orElse(0) > same.revision();
        return older && article.modifiedAt() != null && article.modifiedAt().isAfter(known.receivedAt());
    }

    private static Identified fresh(ArticleState state, Version version) {
        return new Identified.Fresh(state.with(version), version);
    }

    private static ArticleState state(Article article, List<Version> versions, int assignments) {
        return new ArticleState(
                article.articleId(),
                article.sourceId(),
                article.sourceName(),
                article.url(),
                article.title(),
                article.publishedAt(),
                article.receivedAt(),
                versions,
                assignments);
    }
}
