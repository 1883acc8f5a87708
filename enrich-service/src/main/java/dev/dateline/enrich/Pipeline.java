package dev.dateline.enrich;

import dev.dateline.common.model.RawArticle;
import dev.dateline.common.outcome.Outcome;
import dev.dateline.common.runtime.Version;
import dev.dateline.enrich.article.Article;
import dev.dateline.enrich.decide.DecideArticle;
import dev.dateline.enrich.extract.ExtractArticle;
import dev.dateline.enrich.identify.IdentifyArticle;
import dev.dateline.enrich.identify.Sketched;
import dev.dateline.enrich.near.CopySettings;
import dev.dateline.enrich.publish.ComposeEvent;
import dev.dateline.enrich.read.DecodeRecord;
import dev.dateline.enrich.sketch.Sketcher;
import dev.dateline.enrich.tag.TagArticle;
import dev.dateline.enrich.tag.Tags;
import dev.dateline.enrich.tag.topics.TopicBook;
import java.util.Set;
import java.util.function.Function;

/**
 * The pure steps, configured as the service runs them: shared by the topology, {@code dateline explain} and {@code dateline eval}, so that
 * what one explains or measures is what runs.
 */
public record Pipeline(
        String version,
        DecodeRecord decode,
        Function<RawArticle, Outcome<Article>> extract,
        Function<Article, Outcome<Sketched>> sketch,
        IdentifyArticle identify,
        DecideArticle decide,
        Function<Article, Outcome<Tags>> tag,
        ComposeEvent compose) {

    /** The steps as they come. */
    public static Pipeline standard() {
        return standard(CopySettings.DEFAULT);
    }

    /** The steps with the topics of the product, for articles of any language. */
    public static Pipeline standard(CopySettings copies) {
        return standard(copies, TopicBook.shipped(), Set.of());
    }

    /**
     * The steps as they are configured; loading their models takes a moment.
     *
     * @param languages what the language of an article is one of; any when empty
     */
    public static Pipeline standard(CopySettings copies, TopicBook topics, Set<String> languages) {
        TagArticle tag = new TagArticle(topics, languages);
        tag.warmUp();
        String version = PipelineVersion.of(Version.current(), tag.models());
        return new Pipeline(
                version,
                new DecodeRecord(),
                new ExtractArticle(),
                sketching(new Sketcher(copies.sketch())),
                new IdentifyArticle(),
                new DecideArticle(copies.retention()),
                tag,
                new ComposeEvent(version, tag.models()));
    }

    private static Function<Article, Outcome<Sketched>> sketching(Sketcher sketcher) {
        return article -> Outcome.done(new Sketched(article, sketcher.sketch(article.title(), article.bodyText())));
    }
}
