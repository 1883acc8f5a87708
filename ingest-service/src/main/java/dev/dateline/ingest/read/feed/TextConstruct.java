package dev.dateline.ingest.read.feed;

import dev.dateline.ingest.read.feed.tree.HtmlLinks;
import dev.dateline.ingest.read.feed.tree.Markup;
import dev.dateline.ingest.read.feed.tree.XmlNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/**
 * Elements that hold a text or HTML, escaped, inline or in Base64: Atom 1.0 says so by {@code type} (RFC 4287 sections 3.1 and 4.1.3), Atom
 * 0.3 by {@code type} and {@code mode}, RSS not at all.
 */
final class TextConstruct {
    private TextConstruct() {}

    /** A title: RSS does not say whether it is HTML, so its content must show it. */
    static FeedText title(XmlNode node, String document) {
        return isTyped(node) ? typed(node, document) : guessed(node, document);
    }

    /** A description or a content: in RSS it is HTML. */
    static FeedText body(XmlNode node, String document) {
        return isTyped(node) ? typed(node, document) : html(node, document);
    }

    private static boolean isTyped(XmlNode node) {
        return node.name().startsWith("atom:") || node.attribute("type") != null || node.attribute("mode") != null;
    }

    private static FeedText typed(XmlNode node, String document) {
        String type = lower(node.attribute("type"), "text");
        String mode = lower(node.attribute("mode"), "");
        if (mode.equals("base64")) {
            return decoded(node, type, document);
        }
        if (node.hasChildren()) {
            return inline(node, type, document);
        }
        if (type.contains("html")) {
            return html(node, document);
        }
        boolean text = type.startsWith("text") || type.equals("plain") || type.endsWith("xml") || !mode.isEmpty();
        return text ? FeedText.plainText(node.text()) : decoded(node, type, document);
    }

    private static FeedText html(XmlNode node, String document) {
        return node.hasChildren()
                ? FeedText.html(node.innerHtml(document))
                : FeedText.html(HtmlLinks.resolve(node.text(), node.base(document)));
    }

    private static FeedText guessed(XmlNode node, String document) {
        return node.hasChildren() || Markup.isLikely(node.text())
                ? html(node, document)
                : FeedText.plainText(node.text());
    }

    /** The div that Atom 1.0 puts around XHTML is not part of the content. */
    private static FeedText inline(XmlNode node, String type, String document) {
        boolean wrapped = type.equals("xhtml")
                && node.children().size() == 1
                && node.children().get(0).local().equals("div");
        return FeedText.html(wrapped ? node.children().get(0).innerHtml(document) : node.innerHtml(document));
    }

    private static FeedText decoded(XmlNode node, String type, String document) {
        try {
            String text = new String(Base64.getMimeDecoder().decode(node.text()), StandardCharsets.UTF_8);
            return type.contains("html") || Markup.isLikely(text)
                    ? FeedText.html(HtmlLinks.resolve(text, node.base(document)))
                    : FeedText.plainText(text);
        } catch (IllegalArgumentException e) {
            return FeedText.plainText(node.text()); // it says so, but is not Base64
        }
    }

    private static String lower(String value, String absent) {
        return value == null ? absent : value.toLowerCase(Locale.ROOT);
    }
}
