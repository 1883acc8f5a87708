package dev.dateline.dashboard.articles;

import dev.dateline.common.model.RawArticle;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * The words of a raw record as plain text. Enrich reads pages with far more care; this is for a look at what a copy says, so what is no
 * paragraph is left out and nothing else is cleaned.
 */
final class RawWords {
    /** Characters of a page that are read, and of the words that are shown. */
    static final int MOST = 1 << 20;

    private static final String BLOCKS = "p, h2, h3, li, blockquote, pre, td";

    private RawWords() {}

    /** Paragraphs separated by an empty line; null when the record has no words at all. */
    static String of(RawArticle raw) {
        if (raw.bodyText() != null) {
            return cut(raw.bodyText());
        }
        String html = raw.bodyHtml() != null ? raw.bodyHtml() : raw.pageHtml();
        return html == null ? null : ofHtml(cut(html));
    }

    private static String ofHtml(String html) {
        Element body = Jsoup.parse(html).body();
        body.select("script, style, noscript, template, nav, header, footer, aside, form")
                .remove();
        List<Element> blocks = body.select(BLOCKS);
        if (blocks.isEmpty()) {
            return body.text();
        }
        return blocks.stream()
                // A paragraph within a list's item would be read twice.
                .filter(block -> block.select(BLOCKS).size() == 1)
                .map(Element::text)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n\n"));
    }

    private static String cut(String text) {
        return text.length() <= MOST ? text : text.substring(0, MOST);
    }
}
