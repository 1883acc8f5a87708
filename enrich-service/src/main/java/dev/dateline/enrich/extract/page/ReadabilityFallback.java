package dev.dateline.enrich.extract.page;

import java.util.ArrayList;
import java.util.List;
import net.dankito.readability4j.Readability4J;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** Mozilla's readability rules, in the port readability4j, for pages that our own rules make nothing of. */
final class ReadabilityFallback {
    private ReadabilityFallback() {}

    /** The paragraphs it finds; none when it finds no article. The document is no longer of use afterwards. */
    static List<String> read(Document page) {
        Element article = new Readability4J("", page).parse().getArticleContent();
        if (article == null) {
            return List.of();
        }
        Outline outline = new Outline();
        NodeTraversor.filter(new Walk(outline), article);
        return BodyBlocks.paragraphs(new ArrayList<>(outline.blocks()));
    }

    private record Walk(Outline outline) implements NodeFilter {
        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof Element element) {
                return outline.open(element) ? FilterResult.CONTINUE : FilterResult.SKIP_ENTIRELY;
            }
            if (node instanceof TextNode text) {
                outline.add(text);
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
                outline.close(element);
            }
            return FilterResult.CONTINUE;
        }
    }
}
