package dev.dateline.simulator;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes down what a delivery is, and packs it for its channel. */
final class Labels {
    private static final double FOUR_DECIMALS = 10_000;

    private Labels() {}

    static Truth original(long number, Article article) {
        return truth(number, article, Kind.ORIGINAL, Expected.EVENT, article.articleId(), article.traits());
    }

    static Truth lateOriginal(long number, Article article) {
        return truth(
                number, article, Kind.ORIGINAL, Expected.EVENT, article.articleId(), plus(article.traits(), "late"));
    }

    static Truth revision(long number, Corrections.Revised revised, Group group) {
        String original = group.original().articleId();
        return truth(number, revised.article(), Kind.REVISION, Expected.EVENT, original, revised.changes());
    }

    static Truth resend(long number, Article article, boolean rearranged, Group group) {
        List<String> changes = rearranged ? List.of("rearranged") : List.of();
        return truth(
                number, article, Kind.RESEND, Expected.RESEND, group.original().articleId(), changes);
    }

    static Truth copy(long number, Syndication.Copy copy, Group group) {
        Article article = copy.article();
        String original = group.original().articleId();
        Words words = Words.of(article.body());
        double containment = Math.round(words.containment(group.words()) * FOUR_DECIMALS) / FOUR_DECIMALS;
        boolean exact = words.sameAs(group.words());
        return new Truth(
                number,
                article.outlet().sourceId(),
                article.articleId(),
                article.story().id(),
                Kind.COPY,
                article.revision(),
                original,
                original,
                copy.changes(),
                exact,
                containment,
                Expected.DUPLICATE,
                article.channel(),
                article.published(),
                article.story().language().tag(),
                article.story().topic().code());
    }

    /** Malformed deliveries belong to no story: nobody could tell. */
    static Truth malformed(long number, Article article, Defect defect) {
        return noCopy(number, article, Kind.MALFORMED, Expected.DEAD_LETTER, null, null, null, List.of(defect.label()));
    }

    private static Truth truth(
            long number, Article article, Kind kind, Expected expected, String original, List<String> changes) {
        Story story = article.story();
        return noCopy(
                number,
                article,
                kind,
                expected,
                story.id(),
                original,
                story.topic().code(),
                changes);
    }

    private static Truth noCopy(
            long number,
            Article article,
            Kind kind,
            Expected expected,
            String storyId,
            String original,
            String topic,
            List<String> changes) {
        return new Truth(
                number,
                article.outlet().sourceId(),
                article.articleId(),
                storyId,
                kind,
                article.revision(),
                null,
                original,
                changes,
                false,
                null,
                expected,
                article.channel(),
                article.published(),
                article.story().language().tag(),
                topic);
    }

    private static List<String> plus(List<String> changes, String change) {
        return Stream.concat(changes.stream(), Stream.of(change)).sorted().toList();
    }

    static byte[] print(Article article) {
        return article.channel() == Channel.HTTP_TEXT ? TextFormat.print(article) : JsonFormat.print(article);
    }

    static Delivery delivery(Article article, byte[] body, Truth truth) {
        boolean text = article.channel() == Channel.HTTP_TEXT;
        Map<String, String> parameters =
                switch (article.channel()) {
                    case HTTP_JSON -> Map.of();
                    case HTTP_TEXT -> Map.of("source", article.outlet().sourceId(), "id", article.providerId());
                    case TOPIC -> Map.of("key", article.articleId());
                };
        return new Delivery(
                truth.number(),
                article.channel(),
                text ? TextFormat.MEDIA_TYPE : JsonFormat.MEDIA_TYPE,
                body,
                parameters,
                truth);
    }
}
