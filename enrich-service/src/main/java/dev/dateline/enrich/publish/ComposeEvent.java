package dev.dateline.enrich.publish;

import dev.dateline.common.model.EventStatus;
import dev.dateline.common.model.FieldSource;
import dev.dateline.common.model.Lineage;
import dev.dateline.common.model.NewsEvent;
import dev.dateline.common.model.NewsEventBuilder;
import dev.dateline.common.model.Place;
import dev.dateline.common.outcome.Outcome;
import dev.dateline.common.outcome.Reason;
import dev.dateline.common.wire.Digest;
import dev.dateline.enrich.article.Article;
import dev.dateline.enrich.identify.ArticleState;
import dev.dateline.enrich.step.Origin;
import dev.dateline.enrich.step.Traced;
import dev.dateline.enrich.tag.Tags;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts article, tags and lineage together into the event of the contract. */
public final class ComposeEvent {
    /** UTF-16 units of text that surely fit into the topic's largest record: three bytes each, and room for the tags. */
    private static final int MAX_TEXT = 1 << 20;

    private final String pipelineVersion;
    private final Map<String, String> models;

    public ComposeEvent(String pipelineVersion, Map<String, String> models) {
        this.pipelineVersion = pipelineVersion;
        this.models = Map.copyOf(models);
    }

    /** The event of an original. */
    public Outcome<NewsEvent> compose(Traced<Tagged> traced) {
        Original original = traced.value().original();
        Tags tags = traced.value().tags();
        Article article = original.article();
        if (article.bodyText().length() > MAX_TEXT) {
            return Outcome.failed(
                    Reason.TOO_LARGE,
                    "the text has " + article.bodyText().length() + " characters, an event holds at most " + MAX_TEXT);
        }
        Origin origin = traced.origin();
        Place place = tags.primaryPlace();
        return Outcome.done(NewsEventBuilder.builder()
                .eventId(eventId(article.articleId(), original.revision()))
                .articleId(article.articleId())
                .revision(original.revision())
                .schemaVersion(NewsEvent.SCHEMA_VERSION)
                .status(original.revision() == 1 ? EventStatus.ACTIVE : EventStatus.REVISED)
                .receivedAt(article.receivedAt())
                .publishedAt(article.publishedAt())
                .publishedFrom(article.publishedFrom())
                .language(tags.language())
                .languageConfidence(tags.languageConfidence())
                .otherLanguages(tags.otherLanguages())
                .sourceId(article.sourceId())
                .sourceName(article.sourceName())
                .sourceDomain(article.sourceDomain())
                .url(article.url())
                .canonicalUrl(article.canonicalUrl())
                .title(article.title())
                .subtitle(article.subtitle())
                .authors(article.authors())
                .agency(article.agency())
                .agencies(article.agencies().isEmpty() ? null : article.agencies())
                .dateline(article.dateline())
                .section(article.section())
                .itemType(article.itemType())
                .imageUrl(article.imageUrl())
                .summary(tags.summary())
                .bodyText(article.bodyText())
                .wordCount(tags.wordCount())
                .paragraphs(tags.paragraphs())
                .topics(tags.topics())
                .keywords(tags.keywords())
                .entities(tags.entities())
                .primaryCountry(tags.primaryCountry())
                .primaryPlace(place == null ? null : place.name())
                .primaryLat(place == null ? null : place.lat())
                .primaryLon(place == null ? null : place.lon())
                .tone(tags.tone())
                .notTagged(tags.notTagged())
                .duplicatesSeen(original.copiesSeen())
                .metadataFrom(metadataFrom(article))
                .lineage(new Lineage(
                        origin.topic(),
                        origin.partition(),
                        origin.offset(),
                        pipelineVersion,
                        models,
                        traced.durationsUs()))
                .build());
    }

    /** Null for an article that was not read from a page: every field is the producer's, or the text's. */
    private static Map<String, FieldSource> metadataFrom(Article article) {
        if (article.findings().isEmpty()) {
            return null;
        }
        Map<String, FieldSource> from = new TreeMap<>();
        article.findings().forEach(finding -> from.put(finding.field(), finding.from()));
        return from;
    }

    /** The withdrawal of an event: identity, origin and times; the text is the original's. */
    public NewsEvent withdraw(ArticleState state, int revision, String originalId) {
        return NewsEventBuilder.builder()
                .eventId(eventId(state.articleId(), revision))
                .articleId(state.articleId())
                .revision(revision)
                .schemaVersion(NewsEvent.SCHEMA_VERSION)
                .status(EventStatus.WITHDRAWN)
                .duplicateOf(originalId)
                .receivedAt(state.receivedAt())
                .publishedAt(state.publishedAt())
                .sourceId(state.sourceId())
                .sourceName(state.sourceName())
                .url(state.url())
                .title(state.title())
                .authors(List.of())
                .build();
    }

    private static String eventId(String articleId, int revision) {
        return Digest.of("event", articleId, Integer.toString(revision));
    }
}
