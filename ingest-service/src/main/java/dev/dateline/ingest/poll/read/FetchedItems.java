package dev.dateline.ingest.poll.read;

import dev.dateline.common.model.RawArticle;
import dev.dateline.common.model.RawArticleBuilder;
import dev.dateline.common.model.SourceKind;
import dev.dateline.ingest.read.Document;
import dev.dateline.ingest.read.Reading;
import dev.dateline.ingest.read.SourceName;
import dev.dateline.ingest.read.feed.Feed;
import dev.dateline.ingest.read.feed.FeedParser;
import dev.dateline.ingest.read.feed.FeedReader;
import dev.dateline.ingest.read.feed.Rhythm;
import dev.dateline.ingest.read.feed.list.Sitemap;
import dev.dateline.ingest.read.feed.list.SitemapPage;
import dev.dateline.ingest.read.feed.list.SitemapParser;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The items of feeds and sitemaps. */
public final class FetchedItems implements ItemReader {
    /** Addresses of a sitemap that are looked at: a news sitemap has at most a thousand, others the whole site. */
    private static final int MOST_PAGES = 2000;

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})?");

    @Override
    public Items read(Document document, SourceKind kind) {
        return kind == SourceKind.SITEMAP ? sitemap(document) : feed(document);
    }

    private static Items feed(Document document) {
        Feed feed = FeedParser.parse(document.bytes(), document.type(), document.url());
        return new Items(
                feed.format().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                feed.title() == null ? null : feed.title().plain(),
                FeedReader.drafts(feed, document),
                feed.hubs().isEmpty() ? null : feed.hubs().get(0),
                feed.self(),
                interval(feed.rhythm()),
                List.of());
    }

    private static Duration interval(Rhythm rhythm) {
        Duration said = rhythm.updateInterval() == null ? rhythm.ttl() : rhythm.updateInterval();
        return said == null || said.isZero() || said.isNegative() ? null : said;
    }

    private static Items sitemap(Document document) {
        Sitemap sitemap = SitemapParser.parse(document.bytes(), document.url());
        List<Reading> pages = sitemap.pages().stream()
                .sorted(Comparator.comparing(
                        FetchedItems::latest, Comparator.nullsLast(Comparator.<Instant>reverseOrder())))
                .limit(MOST_PAGES)
                .<Reading>map(page -> new Reading.Article(draft(page, document)))
                .toList();
        return new Items(
                sitemap.children().isEmpty() ? "sitemap" : "sitemap index",
                null,
                pages,
                null,
                null,
                null,
                sitemap.children());
    }

    /** Sitemaps give ISO 639 codes, and sometimes names of languages, which cost no article. */
    private static String language(String code) {
        return code != null && LANGUAGE.matcher(code).matches() ? code : null;
    }

    private static Instant latest(SitemapPage page) {
        return page.published() == null ? page.lastModified() : page.published();
    }

    private static RawArticle draft(SitemapPage page, Document document) {
        return RawArticleBuilder.builder()
                .sourceId(document.sourceId())
                .sourceName(page.publication())
                .sourceDomain(SourceName.ofHost(page.url()))
                .url(page.url())
                .reader("sitemap")
                .title(page.title())
                .publishedAt(page.published())
                .modifiedAt(page.lastModified())
                .language(language(page.language()))
                .keywords(page.keywords().isEmpty() ? null : page.keywords())
                .build();
    }
}
