package dev.dateline.enrich.identify;

import dev.dateline.enrich.article.Article;
import dev.dateline.enrich.near.Place;
import dev.dateline.enrich.near.Standing;
import java.util.List;
import java.util.Optional;

/**
 * Same id and same content is a resend; same id and other content is the next revision, never a duplicate.
 *
 * <p>Which of two versions is newer, their source says ({@link ProviderVersion}); what it calls older than a version that stands is
 * outdated. Where it says nothing, the later arrival is newer, and content that equals an older revision is a late resend of it, unless
 * the producer says it was modified after the latest one: then the text was changed back, which is news.
 */
public final class IdentifyArticle {

    /**
     * Compares a delivery with what is known.
     *
     * @param known the state kept under the article's id; null when it is new
     * @param raw where its raw record is
     */
    public Identified identify(ArticleState known, Article article, RawPlace raw) {
        Version delivery =
                Version.asked(article.sourceId(), ProviderVersion.of(article), ContentHash.ofContent(article), raw);
        if (known == null) {
            return fresh(
                    state(article, new Place(article.publishedAt(), article.receivedAt(), article.articleId())),
                    delivery);
        }
        Optional<Version> same = known.versions().stream()
                .filter(version -> version.contentHash().equals(delivery.contentHash()))
                .reduce((earlier, later) -> later);
        if (same.isPresent()) {
            return same.get().stands()
                    ? again(known, same.get(), delivery, article)
                    : redriven(known, same.get(), delivery, article);
        }
        return isOutdated(known, delivery) ? new Identified.Outdated(known) : next(known, delivery, article);
    }

    /** Content that is known: a resend, unless the text was changed back to it. */
    private static Identified again(ArticleState known, Version same, Version delivery, Article article) {
        boolean latest = known.latest().filter(same::equals).isPresent();
        if (!latest && isChangedBack(known, same, delivery, article)) {
            return next(known, delivery, article);
        }
        return new Identified.Resend(latest ? known.with(same.confirmedBy(delivery)) : known, same.revision());
    }

    private static boolean isChangedBack(ArticleState known, Version same, Version delivery, Article article) {
        if (isOutdated(known, delivery)) {
            return false;
        }
        return same.isOlderThan(delivery)
                || (article.modifiedAt() != null && article.modifiedAt().isAfter(known.receivedAt()));
    }

    /** Content that was refused: tried again in its old place, as long as nothing was published over it. */
    private static Identified redriven(ArticleState known, Version refused, Version delivery, Article article) {
        List<Version> since = known.versions().stream()
                .filter(version -> version.revision() > refused.revision() && version.stands())
                .toList();
        if (isOutdated(known, delivery)) {
            return new Identified.Outdated(known);
        }
        boolean latest = known.latest().filter(refused::equals).isPresent();
        if (latest) {
            return fresh(known, delivery.as(refused.revision()));
        }
        return since.stream().allMatch(version -> version.isOlderThan(delivery))
                ? next(known, delivery, article)
                : new Identified.Outdated(known);
    }

    private static boolean isOutdated(ArticleState known, Version delivery) {
        return known.versions().stream().anyMatch(version -> version.stands() && delivery.isOlderThan(version));
    }

    private static Identified next(ArticleState known, Version delivery, Article article) {
        int revision = known.latest().map(Version::revision).orElse(0) + 1;
        Place place = new Place(article.publishedAt(), article.receivedAt(), article.articleId());
        ArticleState revised = state(article, place.isBefore(known.place()) ? place : known.place());
        return fresh(revised.continuing(known), delivery.as(revision));
    }

    private static Identified fresh(ArticleState state, Version version) {
        return new Identified.Fresh(state.with(version), version);
    }

    private static ArticleState state(Article article, Place place) {
        return new ArticleState(
                article.articleId(),
                article.sourceId(),
                article.sourceName(),
                article.url(),
                article.title(),
                article.publishedAt(),
                article.receivedAt(),
                place.publishedAt(),
                place.receivedAt(),
                ContentHash.ofWords(article),
                List.of(),
                Standing.NEW,
                0);
    }
}
