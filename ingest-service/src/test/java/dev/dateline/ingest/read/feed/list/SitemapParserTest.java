package dev.dateline.ingest.read.feed.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.common.http.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SitemapParserTest {
    private static final String NEWS =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
              <url>
                <loc>https://harbour.example/2026/crane?a=1&amp;b=2</loc>
                <lastmod>2026-02-03T09:00:00+01:00</lastmod>
                <news:news>
                  <news:publication><news:name>Harbour &amp; Coast</news:name><news:language>en</news:language></news:publication>
                  <news:publication_date>2026-02-03T08:15:00Z</news:publication_date>
                  <news:title>Crane lifts its last box</news:title>
                  <news:keywords>docks, cranes</news:keywords>
                </news:news>
              </url>
              <url><loc>https://harbour.example/about</loc></url>
            </urlset>
            """;

    @Test
    void readsNews() {
        assertThat(parse(NEWS).pages())
                .containsExactly(
                        new SitemapPage(
                                "https://harbour.example/2026/crane?a=1&b=2",
                                Instant.parse("2026-02-03T08:00:00Z"),
                                "Crane lifts its last box",
                                Instant.parse("2026-02-03T08:15:00Z"),
                                "en",
                                "Harbour & Coast",
                                List.of("docks", "cranes")),
                        new SitemapPage("https://harbour.example/about", null, null, null, null, null, List.of()));
    }

    @Test
    void readsAnIndex() {
        String index = "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
                + "<sitemap><loc>https://harbour.example/news-1.xml</loc></sitemap>"
                + "<sitemap><loc>https://harbour.example/news-2.xml</loc><lastmod>2026-01-01</lastmod></sitemap></sitemapindex>";
        assertThat(parse(index))
                .isEqualTo(new Sitemap(
                        List.of(),
                        List.of("https://harbour.example/news-1.xml", "https://harbour.example/news-2.xml")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "<html><body>404</body></html>", "<rss", "\0\0"})
    void refusesWhatIsNoSitemap(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(ProblemException.class);
    }

    @Test
    void anAddressThatIsCutOffIsPassedOver() {
        assertThat(parse(NEWS.substring(0, NEWS.indexOf("about"))).pages())
                .extracting(SitemapPage::url)
                .containsExactly("https://harbour.example/2026/crane?a=1&b=2");
    }

    @Test
    void anIllFormedSitemapIsRead() {
        assertThat(parse(
                                "<urlset><url><loc>https://a.example/?a=1&b=2</loc><url><loc>mailto:x</loc></url></url></urlset>")
                        .pages())
                .extracting(SitemapPage::url)
                .containsExactly("https://a.example/?a=1&b=2");
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void entitiesAreNeitherExpandedNorFetched() {
        String laughs = "<!DOCTYPE urlset [<!ENTITY a 'haha'><!ENTITY b '" + "&a;".repeat(1000) + "'><!ENTITY c '"
                + "&b;".repeat(1000) + "'><!ENTITY d '" + "&c;".repeat(1000)
                + "'><!ENTITY file SYSTEM 'file:///etc/hostname'>]>"
                + "<urlset><url><loc>https://a.example/&file;&d;</loc></url></urlset>";
        assertThat(parse(laughs).pages()).extracting(SitemapPage::url).containsExactly("https://a.example/&file;&d;");
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void deepNestingEnds() {
        assertThat(parse("<urlset>" + "<url>".repeat(100_000)).pages()).isEmpty();
    }

    private static Sitemap parse(String text) {
        return SitemapParser.parse(text.getBytes(StandardCharsets.UTF_8), "https://harbour.example/sitemap.xml");
    }
}
