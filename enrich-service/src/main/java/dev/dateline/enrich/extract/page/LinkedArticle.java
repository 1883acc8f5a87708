package dev.dateline.enrich.extract.page;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * What a page's schema.org data says of its article; all but the lists may be null.
 *
 * @param type of the node it is from, for example {@code NewsArticle}
 * @param authors names of people
 * @param organisations names of authors that are said to be organisations
 * @param publisher its name
 * @param body the article's text, perhaps with markup
 */
@RecordBuilder
record LinkedArticle(
        String type,
        String headline,
        String alternativeHeadline,
        String description,
        List<String> authors,
        List<String> organisations,
        String publisher,
        String published,
        String modified,
        String language,
        String section,
        String image,
        String url,
        String body) {
    static final LinkedArticle NONE = new LinkedArticle(
            null, null, null, null, List.of(), List.of(), null, null, null, null, null, null, null, null);
}
