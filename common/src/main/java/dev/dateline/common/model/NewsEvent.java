package dev.dateline.common.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The structured event ({@code news.events.v1}): one per original article and revision.
 *
 * <p>Offsets in mentions are UTF-16 indices, end exclusive, into {@code bodyText}, or into {@code title} where the mention says so.
 * A {@link EventStatus#WITHDRAWN withdrawn} event repeats identity, origin and times only: its text is the original's.
 *
 * @param eventId hash of article id and revision
 * @param revision 1 for the first version of an article, then counting up
 * @param duplicateOf the article this one turned out to be a copy of; only when withdrawn
 * @param canonicalUrl the address that a page gives as its own
 * @param publishedFrom which rule gave {@code publishedAt}
 * @param languageConfidence 0 to 1
 * @param otherLanguages languages of larger parts of the article beside {@code language}; absent when there are none
 * @param agency the agencies the text comes from or thanks, with commas
 * @param agencies each agency with what it has to do with the text; absent when there is none
 * @param itemType what the item is when it is no text, for example {@code picture}: its body is then a caption; absent for texts
 * @param summary the lead sentences
 * @param paragraphs number of paragraphs; they are separated by an empty line in {@code bodyText}
 * @param topics at most 10, most confident first
 * @param primaryPlace the place that the article is about most; its {@code primaryLat} and {@code primaryLon} are WGS 84 degrees
 * @param notTagged kinds of tags that are not supported for this language, by the name of their field; absent when all are
 * @param duplicatesSeen copies of this article known when the event was written
 * @param metadataFrom which kind of rule gave each field that was read from a web page, by the field's name in JSON; absent for others
 */
@RecordBuilder
@JsonIgnoreProperties(
        value = {"received_at_ms", "published_at_ms"},
        allowGetters = true)
public record NewsEvent(
        String eventId,
        String articleId,
        int revision,
        int schemaVersion,
        EventStatus status,
        String duplicateOf,
        Instant receivedAt,
        Instant publishedAt,
        FieldSource publishedFrom,
        String language,
        Double languageConfidence,
        List<String> otherLanguages,
        String sourceId,
        String sourceName,
        String sourceDomain,
        String url,
        String canonicalUrl,
        String title,
        String subtitle,
        List<String> authors,
        String agency,
        List<AgencyCredit> agencies,
        Dateline dateline,
        String section,
        String itemType,
        String imageUrl,
        String summary,
        String bodyText,
        Integer wordCount,
        Integer paragraphs,
        List<MediaTopic> topics,
        List<Keyword> keywords,
        List<Entity> entities,
        String primaryCountry,
        String primaryPlace,
        Double primaryLat,
        Double primaryLon,
        Tone tone,
        List<String> notTagged,
        int duplicatesSeen,
        Map<String, FieldSource> metadataFrom,
        Lineage lineage) {

    public static final int SCHEMA_VERSION = 1;

    /** {@code receivedAt} as epoch milliseconds. */
    @JsonProperty("received_at_ms")
    public Long receivedAtMs() {
        return RawArticle.millis(receivedAt);
    }

    /** {@code publishedAt} as epoch milliseconds. */
    @JsonProperty("published_at_ms")
    public Long publishedAtMs() {
        return RawArticle.millis(publishedAt);
    }
}
