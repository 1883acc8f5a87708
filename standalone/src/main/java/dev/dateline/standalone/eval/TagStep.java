package dev.dateline.standalone.eval;

import dev.dateline.common.model.FieldSource;
import dev.dateline.common.outcome.Outcome;
import dev.dateline.enrich.EnrichSettings;
import dev.dateline.enrich.Pipeline;
import dev.dateline.enrich.article.Article;
import dev.dateline.enrich.article.ArticleBuilder;
import dev.dateline.enrich.tag.Tags;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The whole tag step, as it runs in the topology, on texts of a labelled set. */
final class TagStep {
    private final Pipeline pipeline;

    private TagStep(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** With the settings of this machine: languages and topics of its own count. */
    static TagStep configured() {
        EnrichSettings settings = Configured.enrich();
        return new TagStep(Pipeline.standard(settings.copies(), settings.topics(), settings.languages()));
    }

    static TagStep standard() {
        return new TagStep(Pipeline.standard());
    }

    /**
     * What all items were tagged with, in their order.
     *
     * @param cpuSeconds CPU time of the tagging alone
     */
    record Tagged(List<Tags> tags, double cpuSeconds) {}

    <T> Tagged all(List<T> items, Function<T, Article> article) {
        List<Tags> tags = new ArrayList<>(items.size());
        CpuClock clock = CpuClock.start();
        for (T item : items) {
            tags.add(tag(article.apply(item)));
        }
        return new Tagged(tags, clock.seconds());
    }

    private Tags tag(Article article) {
        Outcome<Tags> outcome = pipeline.tag().apply(article);
        if (outcome instanceof Outcome.Done<Tags> done) {
            return done.value();
        }
        throw new IllegalStateException("the tag step never refuses an article: " + outcome);
    }

    /**
     * An article that holds this text alone.
     *
     * @param language what its producer claims; null when nothing
     */
    static Article article(String title, String body, String language) {
        return ArticleBuilder.builder()
                .articleId("eval")
                .sourceId("eval")
                .receivedAt(Instant.EPOCH)
                .publishedAt(Instant.EPOCH)
                .publishedFrom(FieldSource.RECEIVED)
                .authors(List.of())
                .title(title)
                .bodyText(body)
                .languageHint(language)
                .build();
    }
}
