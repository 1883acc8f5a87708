package dev.dateline.ingest.read.feed.list;

import java.time.Instant;
import java.util.List;

/**
 * A page of a sitemap. All but its address is null or empty when the sitemap does not say.
 *
 * @param lastModified of the page
 * @param title of the article (Google News extension, as what follows)
 * @param language ISO 639 code as written
 * @param publication name of the paper
 */
public record SitemapPage(
        String url,
        Instant lastModified,
        String title,
        Instant published,
        String language,
        String publication,
        List<String> keywords) {

    public SitemapPage {
        keywords = List.copyOf(keywords);
    }
}
