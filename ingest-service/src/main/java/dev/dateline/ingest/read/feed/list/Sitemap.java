package dev.dateline.ingest.read.feed.list;

import java.util.List;

/**
 * A sitemap, or an index of sitemaps (sitemaps.org).
 *
 * @param pages what it lists, in its order; empty for an index
 * @param children addresses of the sitemaps of an index
 */
public record Sitemap(List<SitemapPage> pages, List<String> children) {

    public Sitemap {
        pages = List.copyOf(pages);
        children = List.copyOf(children);
    }
}
