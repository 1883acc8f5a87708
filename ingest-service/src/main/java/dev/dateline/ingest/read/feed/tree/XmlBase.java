package dev.dateline.ingest.read.feed.tree;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jsoup.nodes.Element;

/** What relative links in an element are relative to (XML Base section 4). */
final class XmlBase {
    private static final String ATTRIBUTE = "xml:base";

    private XmlBase() {}

    /**
     * The bases of the element and all around it, each seen from the one outside it; one that is no web address is passed over.
     *
     * @param document the document's own address; may be null
     */
    static String of(Element element, String document) {
        Deque<String> inwards = new ArrayDeque<>();
        for (Element at = element; at != null; at = at.parent()) {
            String base = at.attributes().getIgnoreCase(ATTRIBUTE);
            if (!base.isBlank()) {
                inwards.push(base);
            }
        }
        String resolved = document;
        for (String base : inwards) {
            String next = Address.resolve(resolved, base);
            resolved = Address.isWeb(next) ? next : resolved;
        }
        return resolved;
    }
}
