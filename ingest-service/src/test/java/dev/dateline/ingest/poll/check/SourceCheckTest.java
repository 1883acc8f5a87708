package dev.dateline.ingest.poll.check;

import static dev.dateline.ingest.poll.FeedServer.ok;
import static dev.dateline.ingest.poll.FeedServer.redirect;
import static dev.dateline.ingest.poll.FeedServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dateline.common.model.SourceKind;
import dev.dateline.ingest.poll.FeedServer;
import dev.dateline.ingest.poll.Samples;
import dev.dateline.ingest.poll.VirtualClock;
import dev.dateline.ingest.poll.fetch.FetchSettings;
import dev.dateline.ingest.poll.fetch.Fetcher;
import dev.dateline.ingest.poll.fetch.Networks;
import dev.dateline.ingest.poll.read.FetchedItems;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SourceCheckTest {
    private static final String RSS =
            """
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Harbour Post</title>
            <ttl>60</ttl><atom:link rel="hub" href="https://hub.example/"/>
            <item><guid isPermaLink="false">2</guid><title>The ferry lands</title><link>%1$s/2</link>
              <pubDate>Sun, 22 Nov 2026 09:00:00 GMT</pubDate><description>It landed at noon.</description></item>
            <item><guid isPermaLink="false">1</guid><title>Headline only</title><link>%1$s/1</link></item>
            </channel></rss>
            """;
    private static final String SITEMAP =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
            <url><loc>%1$s/a</loc><news:news><news:publication><news:name>Harbour Post</news:name><news:language>en</news:language>
              </news:publication><news:publication_date>2026-11-22T08:00:00Z</news:publication_date>
              <news:title>Ferry tickets</news:title></news:news></url>
            </urlset>
            """;

    private final FeedServer server = new FeedServer();
    private final Fetcher fetcher = new Fetcher(
            new FetchSettings("dateline/test", Networks.parse("127.0.0.0/8"), 1 << 20, Duration.ofSeconds(20)));
    private final SourceCheck check = new SourceCheck(fetcher, new FetchedItems(), Samples.RULES, new VirtualClock());

    @AfterEach
    void stop() {
        fetcher.close();
        server.close();
    }

    private CheckReport check(String path, SourceKind kind, boolean fullText) {
        return check.check(Samples.source("check", server.url(path).toString())
                .kind(kind)
                .fullText(fullText)
                .build());
    }

    @Test
    void aFeedIsShownAsItWouldBeTaken() {
        server.on("/old", redirect(301, "/feed"))
                .on("/feed", ok(RSS.formatted(server.url("")), "Content-Type", "application/rss+xml"))
                .on("/robots.txt", ok("User-agent: *\nDisallow: /\n"));

        CheckReport report = check("/old", SourceKind.FEED, false);

        assertThat(report.problem()).isNull();
        assertThat(report.redirects()).containsExactly("301 " + server.url("/feed"));
        assertThat(report.movedTo()).isEqualTo(server.url("/feed").toString());
        assertThat(report.format()).isEqualTo("rss");
        assertThat(report.title()).isEqualTo("Harbour Post");
        assertThat(report.items()).isEqualTo(2);
        assertThat(report.refused()).isEqualTo(1);
        assertThat(report.refusedBecause()).contains("there is no body");
        assertThat(report.articles()).extracting(CheckReport.Article::title).containsExactly("The ferry lands");
        assertThat(report.hub()).isEqualTo("https://hub.example/");
        assertThat(report.pageAllowed()).isFalse();
        assertThat(report.nextPoll()).isBetween(Duration.ofHours(1), Duration.ofMinutes(66));
    }

    @Test
    void withFullTextAHeadlineIsEnough() {
        server.on("/feed", ok(RSS.formatted(server.url("")), "Content-Type", "application/rss+xml"));

        CheckReport report = check("/feed", SourceKind.FEED, true);

        assertThat(report.refused()).isZero();
        assertThat(report.articles()).hasSize(2);
        assertThat(report.pageAllowed()).isTrue();
    }

    @Test
    void aNewsSitemapNamesItsPages() {
        server.on("/map.xml", ok(SITEMAP.formatted(server.url("")), "Content-Type", "application/xml"));

        CheckReport report = check("/map.xml", SourceKind.SITEMAP, false);

        assertThat(report.format()).isEqualTo("sitemap");
        assertThat(report.articles())
                .extracting(CheckReport.Article::title, CheckReport.Article::hasText)
                .containsExactly(tuple("Ferry tickets", false));
    }

    @Test
    void whatIsNoSourceSaysWhy() {
        server.on("/page", ok("<html><body>Hello</body></html>", "Content-Type", "text/html"))
                .on("/gone", status(410));

        assertThat(check("/page", SourceKind.FEED, false).problem()).contains("expected a feed");
        assertThat(check("/gone", SourceKind.FEED, false).problem()).contains("HTTP 410");
        assertThat(check("/none", SourceKind.FEED, false).status()).isEqualTo(404);
    }
}
