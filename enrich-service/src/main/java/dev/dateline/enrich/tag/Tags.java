package dev.dateline.enrich.tag;

import dev.dateline.common.model.Entity;
import dev.dateline.common.model.Keyword;
import java.util.List;

/** placeholder until the tag branch is merged */
public record Tags(
        String language,
        Double languageConfidence,
        String summary,
        int wordCount,
        int paragraphs,
        List<Keyword> keywords,
        List<Entity> entities,
        String primaryCountry) {}
