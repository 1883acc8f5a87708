package dev.dateline.ingest.read.feed.list;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import crawlercommons.sitemaps.extension.Extension;
import crawlercommons.sitemaps.extension.ExtensionMetadata;
import crawlercommons.sitemaps.extension.NewsAttributes;
import dev.dateline.ingest.read.Rejection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Reads sitemaps with their Google News extension, with crawler-commons. */
public final class SitemapParser {
    private static final int MAX_KEYWORDS = 100;

    private SitemapParser() {}

    /**
     * The sitemap that a document is.
     *
     * @param bytes unpacked
     * @param address where it is from; an http address
     * @throws dev.dateline.common.http.ProblemException malformed-body when it is no sitemap
     */
    public static Sitemap parse(byte[] bytes, String address) {
        AbstractSiteMap read = read(bytes, address);
        if (read instanceof SiteMapIndex index) {
            return new Sitemap(
                    List.of(),
                    index.getSitemaps().stream()
                            .map(child -> child.getUrl().toExternalForm())
                            .toList());
        }
        Collection<SiteMapURL> urls = ((SiteMap) read).getSiteMapUrls();
        return new Sitemap(urls.stream().map(SitemapParser::page).toList(), List.of());
    }

    private static AbstractSiteMap read(byte[] bytes, String address) {
        // Not strict: sitemaps of one host on another are usual; what may be fetched is not decided here.
        SiteMapParser parser = new SiteMapParser(false, true);
        parser.setStrictNamespace(false);
        parser.enableExtension(Extension.NEWS);
        try {
            // By this type, and not by its bytes: the library would unpack a gzip bomb.
            return parser.parseSiteMap("text/xml", bytes, new URL(address));
        } catch (UnknownFormatException e) {
            throw Rejection.malformed("this is not a sitemap: " + Rejection.repeated(String.valueOf(e.getMessage())));
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("not an address: " + address, e);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can be read", e);
        }
    }

    private static SitemapPage page(SiteMapURL page) {
        ExtensionMetadata[] attributes = page.getAttributesForExtension(Extension.NEWS);
        NewsAttributes news =
                attributes == null || attributes.length == 0 ? new NewsAttributes() : (NewsAttributes) attributes[0];
        return new SitemapPage(
                page.getUrl().toExternalForm(),
                page.getLastModified() == null ? null : page.getLastModified().toInstant(),
                news.getTitle(),
                instant(news.getPublicationDateTime()),
                news.getLanguage(),
                news.getName(),
                keywords(news));
    }

    private static List<String> keywords(NewsAttributes news) {
        return news.getKeywords() == null
                ? List.of()
                : Stream.of(news.getKeywords())
                        .map(String::strip)
                        .filter(keyword -> !keyword.isEmpty())
                        .limit(MAX_KEYWORDS)
                        .toList();
    }

    private static Instant instant(ZonedDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
