package dev.dateline.ingest.read.feed.tree;

import java.util.Locale;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Tag;
import org.jsoup.select.NodeVisitor;

/** Markup that stands in an XML document as elements (XHTML, or HTML that someone forgot to escape), as HTML. */
final class InlineMarkup implements NodeVisitor {
    private final String document;
    private Element at;

    private InlineMarkup(String document, Element body) {
        this.document = document;
        this.at = body;
    }

    /**
     * The content of an element as HTML: without prefixes, namespaces and comments, and with links resolved.
     *
     * @param document the document's own address; may be null
     */
    static String of(Element element, String document) {
        Document shell = Document.createShell("");
        InlineMarkup copy = new InlineMarkup(document, shell.body());
        element.childNodes().forEach(child -> child.traverse(copy));
        return HtmlLinks.serialised(shell.body()).strip();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            at.appendChild(new TextNode(text.getWholeText()));
        } else if (node instanceof Element element) {
            Element copied = at.appendElement(Namespaces.local(element));
            for (Attribute attribute : element.attributes()) {
                String key = attribute.getKey().toLowerCase(Locale.ROOT);
                if (!key.startsWith("xml")) {
                    copied.attr(key, attribute.getValue());
                }
            }
            HtmlLinks.resolve(copied, XmlBase.of(element, document));
            at = isVoid(copied) ? at : copied;
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element && !isVoid(new Element(Namespaces.local(element)))) {
            at = at.parent();
        }
    }

    /** HTML's {@code <br>} has no content; what an end tag that is missing put into it stands behind it. */
    private static boolean isVoid(Element element) {
        return element.tag().is(Tag.Void);
    }
}
