package dev.dateline.enrich.tag;

import dev.dateline.common.model.Entity;
import dev.dateline.common.model.Keyword;
import dev.dateline.common.model.MediaTopic;
import dev.dateline.common.model.Place;
import dev.dateline.common.model.Tone;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * What the tag step found in one article.
 *
 * @param language BCP 47 subtag: ISO 639-1, or ISO 639-3 where there is no shorter one; {@code und} when unknown
 * @param languageConfidence 0 to 1; null when the language is the producer's claim because the text is too short
 * @param otherLanguages languages of larger parts of the article beside {@code language}; null when there are none
 * @param summary one or two of the first sentences of the body, at most 300 UTF-16 units
 * @param wordCount words of the body; every Chinese character and Kana is one
 * @param paragraphs blocks of the body between empty lines
 * @param topics at most 10, most confident first
 * @param keywords at most 10, strongest first
 * @param entities at most 50 with at most 50 mentions each, most mentioned first
 * @param primaryCountry ISO 3166-1 alpha-2; null when the article mentions no country
 * @param primaryPlace the place that the article is about most, or null
 * @param tone null where it is not supported
 * @param notTagged kinds of tags that are not made, or only roughly, for this language, by their field in the event; null when all are made
 */
@RecordBuilder
public record Tags(
        String language,
        Double languageConfidence,
        List<String> otherLanguages,
        String summary,
        int wordCount,
        int paragraphs,
        List<MediaTopic> topics,
        List<Keyword> keywords,
        List<Entity> entities,
        String primaryCountry,
        Place primaryPlace,
        Tone tone,
        List<String> notTagged) {}
