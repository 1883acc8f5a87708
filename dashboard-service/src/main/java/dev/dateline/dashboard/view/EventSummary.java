package dev.dateline.dashboard.view;

import dev.dateline.common.model.Dateline;
import dev.dateline.common.model.EventStatus;
import dev.dateline.common.model.FieldSource;
import dev.dateline.common.model.Keyword;
import dev.dateline.common.model.Lineage;
import dev.dateline.common.model.NewsEvent;
import java.time.Instant;
import java.util.List;

/**
 * An event as the page lists it: no body, and no text longer than a few lines.
 *
 * @param keywords the strongest terms
 * @param entities those named most, at most {@value #MAX_ENTITIES}
 * @param entityCount all of them
 * @param record where the event lies
 */
public record EventSummary(
        String eventId,
        String articleId,
        int revision,
        EventStatus status,
        String duplicateOf,
        Instant receivedAt,
        Instant publishedAt,
        FieldSource publishedFrom,
        String language,
        Double languageConfidence,
        String sourceId,
        String sourceName,
        String sourceDomain,
        String url,
        String title,
        String subtitle,
        List<String> authors,
        String agency,
        Dateline dateline,
        String section,
        String summary,
        Integer wordCount,
        Integer paragraphs,
        List<String> keywords,
        List<NamedEntity> entities,
        int entityCount,
        String primaryCountry,
        int duplicatesSeen,
        Origin origin,
        RecordPosition record) {

    private static final int MAX_KEYWORDS = 8;
    private static final int MAX_ENTITIES = 20;
    private static final int MAX_AUTHORS = 5;
    private static final int NAME = 120;
    private static final int LINE = 300;
    private static final int LINES = 600;
    private static final int ADDRESS = 2000;

    /** An entity without the places where it is named. */
    public record NamedEntity(String type, String name, int mentions, String countryOf) {}

    /** The raw record that the event was made of. */
    public record Origin(String rawTopic, int rawPartition, long rawOffset, String pipelineVersion) {
        static Origin of(Lineage lineage) {
            return lineage == null
                    ? null
                    : new Origin(
                            lineage.rawTopic(), lineage.rawPartition(), lineage.rawOffset(), lineage.pipelineVersion());
        }
    }

    static EventSummary of(RecordPosition record, NewsEvent event) {
        return new EventSummary(
                Excerpt.of(event.eventId(), NAME),
                event.articleId(),
                event.revision(),
                event.status(),
                Excerpt.of(event.duplicateOf(), NAME),
                event.receivedAt(),
                event.publishedAt(),
                event.publishedFrom(),
                Excerpt.of(event.language(), NAME),
                event.languageConfidence(),
                Excerpt.of(event.sourceId(), NAME),
                Excerpt.of(event.sourceName(), NAME),
                Excerpt.of(event.sourceDomain(), NAME),
                // Half an address leads elsewhere: rather none.
                event.url() != null && event.url().length() <= ADDRESS ? event.url() : null,
                Excerpt.of(event.title(), LINE),
                Excerpt.of(event.subtitle(), LINE),
                authors(event),
                Excerpt.of(event.agency(), NAME),
                dateline(event.dateline()),
                Excerpt.of(event.section(), NAME),
                Excerpt.of(event.summary(), LINES),
                event.wordCount(),
                event.paragraphs(),
                keywords(event),
                entities(event),
                event.entities() == null ? 0 : event.entities().size(),
                Excerpt.of(event.primaryCountry(), NAME),
                event.duplicatesSeen(),
                Origin.of(event.lineage()),
                record);
    }

    private static List<String> authors(NewsEvent event) {
        return event.authors() == null
                ? List.of()
                : event.authors().stream()
                        .limit(MAX_AUTHORS)
                        .map(author -> Excerpt.of(author, NAME))
                        .toList();
    }

    private static Dateline dateline(Dateline dateline) {
        return dateline == null
                ? null
                : new Dateline(Excerpt.of(dateline.place(), NAME), Excerpt.of(dateline.date(), NAME));
    }

    private static List<String> keywords(NewsEvent event) {
        return event.keywords() == null
                ? List.of()
                : event.keywords().stream()
                        .limit(MAX_KEYWORDS)
                        .map(Keyword::term)
                        .map(term -> Excerpt.of(term, NAME))
                        .toList();
    }

    private static List<NamedEntity> entities(NewsEvent event) {
        return event.entities() == null
                ? List.of()
                : event.entities().stream()
                        .limit(MAX_ENTITIES)
                        .map(entity -> new NamedEntity(
                                entity.type() == null ? null : entity.type().name(),
                                Excerpt.of(entity.name(), NAME),
                                entity.mentions() == null
                                        ? 0
                                        : entity.mentions().size(),
                                Excerpt.of(entity.countryOf(), NAME)))
                        .toList();
    }
}
