package dev.dateline.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.dateline.common.model.RawArticle;
import dev.dateline.common.model.RawArticleBuilder;
import dev.dateline.common.wire.Json;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Entities;

/**
 * A simulated article inside a page as news sites send it: some 110 kB of menus, scripts, teasers, advertisements and comments,
 * of which the article is the smaller part.
 */
final class SamplePage {
    private static final int MENU = 150;
    private static final int TEASERS = 60;
    private static final int COMMENTS = 40;
    private static final int SCRIPT_LINES = 900;

    private SamplePage() {}

    /** The article as ingest would publish it had it come as a page. */
    static RawArticle of(RawArticle article, int number) {
        return RawArticleBuilder.builder(article)
                .mediaType("text/html")
                .title(null)
                .subtitle(null)
                .authors(null)
                .publishedAt(null)
                .bodyText(null)
                .bodyHtml(null)
                .pageHtml(html(article, number))
                .build();
    }

    private static String html(RawArticle article, int number) {
        String title = article.title() == null ? "Sample headline of a page" : article.title();
        StringBuilder page = new StringBuilder(200_000);
        page.append("<!DOCTYPE html><html lang=en><head><title>")
                .append(Entities.escape(title))
                .append(" | The Sample");
        page.append("</title><meta property=og:site_name content='The Sample'><meta property=og:title content=\"");
        page.append(Entities.escape(title))
                .append("\"><meta property=article:published_time content=2026-04-14T08:30:00Z>");
        page.append("<script type=application/ld+json>")
                .append(linkedData(title))
                .append("</script>");
        page.append("<script>");
        repeat(
                page,
                SCRIPT_LINES,
                "window.q%d=window.q%d||[];q%1$d.push({slot:'a%1$d',size:[300,250],collapse:true});\n");
        page.append("</script></head><body class='single has-sidebar'><header><nav><ul>");
        repeat(
                page,
                MENU,
                "<li class='menu-item item-%d'><a href='/section/%d' data-track='nav'>Section number %1$d</a></li>");
        page.append("</ul></nav></header><main><article class='post story' id='story-")
                .append(number)
                .append("'><h1>");
        page.append(Entities.escape(title)).append("</h1><p class=byline>By Sam Sample</p><div class='story-body'>");
        body(article).forEach(paragraph -> page.append("<p class='story-body__text'>")
                .append(Entities.escape(paragraph))
                .append("</p><div class='ad-slot'><div id=ad></div></div>"));
        page.append("</div></article><section class='related-stories'>");
        repeat(
                page,
                TEASERS,
                "<div class='card'><a href='/t/%d'><img src='/i/%d.jpg' alt=''><h3>A story about the matter of %1$d"
                        + "</h3></a><p>What happened to %1$d of them when it rained for days on end in the hills.</p></div>");
        page.append("</section><section id=comments>");
        repeat(
                page,
                COMMENTS,
                "<div class='comment'><b>reader%d</b><p>I have read all %d of these, and I do not agree with one of"
                        + " them, though it was well written.</p></div>");
        return page.append("</section></main><footer><p>The Sample</p></footer></body></html>")
                .toString();
    }

    private static List<String> body(RawArticle article) {
        String text = article.bodyText() == null ? article.bodyHtml() : article.bodyText();
        return text.lines().filter(line -> !line.isBlank()).toList();
    }

    private static void repeat(StringBuilder page, int times, String pattern) {
        for (int i = 0; i < times; i++) {
            page.append(String.format(pattern, i, i));
        }
    }

    private static String linkedData(String title) {
        try {
            return Json.MAPPER.writeValueAsString(Map.of(
                    "@type",
                    "NewsArticle",
                    "headline",
                    title,
                    "datePublished",
                    "2026-04-14T08:30:00Z",
                    "author",
                    Map.of("@type", "Person", "name", "Sam Sample")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings in a map are always JSON", e);
        }
    }
}
