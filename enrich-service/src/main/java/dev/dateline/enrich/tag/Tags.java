package dev.dateline.enrich.tag;

import dev.dateline.common.model.Entity;
import dev.dateline.common.model.Keyword;
import java.util.List;

/**
 * What the tag step found in one article.
 *
 * @param language BCP 47 subtag: ISO 639-1, or ISO 639-3 where there is no shorter one; {@code und} when unknown
 * @param languageConfidence 0 to 1; null when the language is the producer's claim because the text is too short
 * @param summary the first one or two sentences of the body, about 300 UTF-16 units at most
 * @param wordCount words of the body; every Chinese character and Kana is one
 * @param paragraphs blocks of the body between empty lines
 * @param keywords at most 10, strongest first
 * @param entities at most 50 with at most 50 mentions each, most mentioned first
 * @param primaryCountry ISO 3166-1 alpha-2; null when the article mentions no country
 */
public record Tags(
        String language,
        Double languageConfidence,
        String summary,
        int wordCount,
        int paragraphs,
        List<Keyword> keywords,
        List<Entity> entities,
        String primaryCountry) {}
