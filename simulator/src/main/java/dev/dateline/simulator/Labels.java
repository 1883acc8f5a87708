package dev.dateline.simulator;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes down what a delivery is, and packs it for its channel. */
final class Labels {
    /** A copy with less in common than this may as well pass for an article of its own. */
    private static final double SURELY_A_COPY = 0.7;

    private Labels() {}

    static Truth original(long number, Article article, List<String> changes) {
        return original(article, number, changes).build();
    }

    /** An original that tells the story of another one, in its own language. */
    static Truth translation(long number, Article article, Group translated) {
        return original(article, number, plus(article.traits(), "translation"))
                .translationOf(translated.original().articleId())
                .build();
    }

    static Truth form(long number, Article article, String series) {
        return original(article, number, plus(article.traits(), "form"))
                .series(series)
                .build();
    }

    static Truth liveblog(long number, Article article) {
        return original(number, article, plus(article.traits(), Liveblog.CHANGE));
    }

    static Truth lateOriginal(long number, Article article) {
        return original(number, article, plus(article.traits(), "late"));
    }

    private static TruthBuilder original(Article article, long number, List<String> changes) {
        return truth(number, article, Kind.ORIGINAL, Expected.EVENT)
                .original(article.articleId())
                .changes(changes);
    }

    static Truth revision(long number, Article article, List<String> changes, Group group) {
        return truth(number, article, Kind.REVISION, Expected.EVENT)
                .original(group.original().articleId())
                .changes(changes)
                .build();
    }

    static Truth resend(long number, Article article, boolean rearranged, Group group) {
        return truth(number, article, Kind.RESEND, Expected.RESEND)
                .original(group.original().articleId())
                .changes(rearranged ? List.of("rearranged") : List.of())
                .build();
    }

    static Truth update(long number, Article article, List<String> changes, Group group) {
        String original = group.original().articleId();
        return compared(truth(number, article, Kind.UPDATE, Expected.EVENT), article, group)
                .original(original)
                .updates(original)
                .changes(changes)
                .build();
    }

    static Truth copy(long number, Syndication.Copy copy, Group group) {
        String original = group.original().articleId();
        TruthBuilder truth =
                compared(truth(number, copy.article(), Kind.COPY, Expected.DUPLICATE), copy.article(), group);
        if (truth.containment() < SURELY_A_COPY) {
            truth.expected(Expected.EVENT_OR_DUPLICATE);
        }
        return truth.copyOf(original)
                .original(original)
                .changes(copy.changes())
                .exact(Words.of(copy.article().body()).sameAs(group.words()))
                .build();
    }

    /** Malformed deliveries belong to no story: nobody could tell. */
    static Truth malformed(long number, Article article, Defect defect) {
        return truth(number, article, Kind.MALFORMED, Expected.DEAD_LETTER)
                .storyId(null)
                .topic(null)
                .changes(List.of(defect.label()))
                .build();
    }

    private static TruthBuilder compared(TruthBuilder truth, Article article, Group group) {
        Words.Overlap overlap = Words.of(article.body()).overlap(group.words());
        return truth.containment(overlap.containment()).jaccard(overlap.jaccard());
    }

    private static TruthBuilder truth(long number, Article article, Kind kind, Expected expected) {
        Story story = article.story();
        return TruthBuilder.builder()
                .number(number)
                .sourceId(article.outlet().sourceId())
                .articleId(article.articleId())
                .storyId(story.id())
                .kind(kind)
                .revision(article.revision())
                .expected(expected)
                .channel(article.channel())
                .publishedAt(article.published())
                .language(story.language().tag())
                .topic(story.topic().code());
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
