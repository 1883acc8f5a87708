package dev.dateline.ingest.read.feed.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * An element and its children, under the names that {@link Namespaces} gives them.
 *
 * <p>The tree is jsoup's in its XML mode: it never fails, loads nothing, knows no entities but HTML's, and is at most 512 deep. Feeds
 * that no strict parser would take (an unescaped {@code &}, an undeclared prefix, a missing end tag) come out as they were meant.
 */
public final class XmlNode {
    private static final String LANGUAGE = "xml:lang";

    private final Element element;
    private final Namespaces namespaces;
    private final String name;
    private List<XmlNode> children;

    private XmlNode(Element element, Namespaces namespaces) {
        this.element = element;
        this.namespaces = namespaces;
        this.name = namespaces.name(element);
    }

    /**
     * The root element of a document: the first at the top that has a name of these, because error messages of a server may stand before
     * it, or else the first of any name.
     *
     * @param roots local names in lower case
     * @return empty when the document has no element
     */
    public static Optional<XmlNode> parse(String text, Set<String> roots) {
        Document document = Parser.xmlParser().parseInput(text, "");
        return document.children().stream()
                .filter(element -> roots.contains(Namespaces.local(element)))
                .findFirst()
                .or(() -> Optional.ofNullable(document.firstElementChild()))
                .map(root -> new XmlNode(root, Namespaces.of(root)));
    }

    /** As {@code prefix:local} in lower case, for example {@code dc:creator}. */
    public String name() {
        return name;
    }

    /** The name without its prefix. */
    public String local() {
        return Namespaces.local(element);
    }

    /** Child elements, in the order of the document. */
    public List<XmlNode> children() {
        if (children == null) {
            List<XmlNode> found = new ArrayList<>();
            for (Element child = element.firstElementChild(); child != null; child = child.nextElementSibling()) {
                found.add(new XmlNode(child, namespaces));
            }
            children = List.copyOf(found);
        }
        return children;
    }

    /** Children of these names: all of the first name, then all of the second, and so on. */
    public Stream<XmlNode> all(String... wanted) {
        return Stream.of(wanted).flatMap(name -> children().stream().filter(child -> child.name.equals(name)));
    }

    public Optional<XmlNode> first(String... wanted) {
        return all(wanted).findFirst();
    }

    /** The first text that is not blank among children of these names; null when there is none. */
    public String text(String... wanted) {
        return all(wanted)
                .map(XmlNode::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** All text inside, without blanks around it. */
    public String text() {
        return element.wholeText().strip();
    }

    /** An attribute's value without blanks around it, whatever the case of its name; null when it is absent or blank. */
    public String attribute(String name) {
        String value = element.attributes().getIgnoreCase(name).strip();
        return value.isEmpty() ? null : value;
    }

    public boolean hasChildren() {
        return element.firstElementChild() != null;
    }

    /** What relative links in it are relative to (XML Base section 4.2), given the document's own address, which may be null. */
    public String base(String document) {
        return XmlBase.of(element, document);
    }

    /** The nearest {@code xml:lang}, as written; null when there is none or it is blank. */
    public String language() {
        for (Element at = element; at != null; at = at.parent()) {
            if (at.attributes().hasKeyIgnoreCase(LANGUAGE)) {
                String language = at.attributes().getIgnoreCase(LANGUAGE).strip();
                return language.isEmpty() ? null : language;
            }
        }
        return null;
    }

    /** Its content as HTML, links resolved each by its own base. */
    public String innerHtml(String document) {
        return InlineMarkup.of(element, document);
    }
}
