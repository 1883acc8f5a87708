package dev.dateline.ingest.read.xml;

import java.util.Map;
import java.util.Set;

/** Writes what is in an element as HTML, which is what {@code body_html} holds. */
public final class HtmlWriter {
    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");

    /** How a format's elements are called in HTML. */
    public interface Vocabulary {
        /** The HTML element; empty when only what is inside counts; null when it is left out with all that is in it. */
        String html(XmlElement element);

        /** Whether an attribute is kept. */
        boolean keeps(String attribute);
    }

    /** XHTML: everything as it is. */
    public static final Vocabulary XHTML = new Vocabulary() {
        @Override
        public String html(XmlElement element) {
            return element.name();
        }

        @Override
        public boolean keeps(String attribute) {
            return !attribute.startsWith("xml");
        }
    };

    private final Vocabulary vocabulary;
    private final StringBuilder html = new StringBuilder();

    private HtmlWriter(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The HTML of an element's content, without the element itself. */
    public static String inside(XmlElement element, Vocabulary vocabulary) {
        HtmlWriter writer = new HtmlWriter(vocabulary);
        writer.content(element);
        return writer.html.toString().strip();
    }

    private void content(XmlElement element) {
        for (Object part : element.content()) {
            if (part instanceof XmlElement child) {
                element(child);
            } else {
                html.append(escaped((String) part));
            }
        }
    }

    private void element(XmlElement element) {
        String name = vocabulary.html(element);
        if (name == null) {
            return;
        }
        if (name.isEmpty()) {
            content(element);
            return;
        }
        html.append('<').append(name);
        for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
            if (vocabulary.keeps(attribute.getKey())) {
                html.append(' ').append(attribute.getKey()).append("=\"");
                html.append(escaped(attribute.getValue()).replace("\"", "&quot;"))
                        .append('"');
            }
        }
        html.append('>');
        if (!VOID.contains(name)) {
            content(element);
            html.append("</").append(name).append('>');
        }
    }

    /** A text that is no markup, as HTML. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
