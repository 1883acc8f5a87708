package dev.dateline.enrich.extract.page;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * All of a page that the rules look at, from one parse and one walk.
 *
 * @param document for the fallback, which wants a tree
 */
record PageScan(Document document, PageHead head, Outline outline) {
    /** Browsers stop at 512, too; deeper elements become siblings. */
    private static final int MOST_DEPTH = 512;
    /** Characters; a page of more is read as far as that. */
    private static final int LONGEST_PAGE = 8 << 20;

    static PageScan of(String html) {
        String read = html.length() > LONGEST_PAGE ? html.substring(0, LONGEST_PAGE) : html;
        Document document = Parser.htmlParser().setMaxDepth(MOST_DEPTH).parseInput(read, "");
        PageHead head = new PageHead();
        Outline outline = new Outline();
        NodeTraversor.filter(new Walk(document.body(), head, outline), document);
        return new PageScan(document, head, outline);
    }

    private static final class Walk implements NodeFilter {
        private final Element body;
        private final PageHead head;
        private final Outline outline;
        private boolean inBody;

        Walk(Element body, PageHead head, Outline outline) {
            this.body = body;
            this.head = head;
            this.outline = outline;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof Element element) {
                head.add(element);
                inBody |= element.equals(body);
                return !inBody || outline.open(element) ? FilterResult.CONTINUE : FilterResult.SKIP_ENTIRELY;
            }
            if (inBody && node instanceof TextNode text) {
                outline.add(text);
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (inBody && node instanceof Element element) {
                outline.close(element);
                inBody = !element.equals(body);
            }
            return FilterResult.CONTINUE;
        }
    }
}
