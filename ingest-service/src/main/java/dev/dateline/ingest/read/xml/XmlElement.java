package dev.dateline.ingest.read.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * An element with what is in it.
 *
 * @param name local, without prefix; the readers know their formats by names alone, because providers get namespaces wrong
 * @param attributes by local name; {@code xml:lang} and {@code xml:space} keep their prefix
 * @param content texts ({@link String}) and elements in order
 */
public record XmlElement(String name, Map<String, String> attributes, List<Object> content) {

    /** An attribute's value, or null. */
    public String attribute(String attribute) {
        return attributes.get(attribute);
    }

    /** The child elements in order. */
    public List<XmlElement> elements() {
        List<XmlElement> elements = new ArrayList<>();
        for (Object part : content) {
            if (part instanceof XmlElement element) {
                elements.add(element);
            }
        }
        return elements;
    }

    /** The child elements of a name, in order. */
    public List<XmlElement> all(String child) {
        return elements().stream().filter(element -> element.name.equals(child)).toList();
    }

    /** The first element at the end of a path of child names; null when there is none. */
    public XmlElement at(String... path) {
        XmlElement found = this;
        for (String step : path) {
            found = found == null ? null : found.child(step);
        }
        return found;
    }

    private XmlElement child(String child) {
        for (Object part : content) {
            if (part instanceof XmlElement element && element.name.equals(child)) {
                return element;
            }
        }
        return null;
    }

    /** The first element that fits, this one included, depth first; null when none does. */
    public XmlElement first(Predicate<XmlElement> fits) {
        if (fits.test(this)) {
            return this;
        }
        for (Object part : content) {
            if (part instanceof XmlElement element) {
                XmlElement found = element.first(fits);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** All the text in it, in one line, because line breaks and indents of XML mean nothing; null when there is none. */
    public String text() {
        String text = rawText().replaceAll("\\s++", " ").strip();
        return text.isEmpty() ? null : text;
    }

    /** All the text in it, as it is. */
    public String rawText() {
        StringBuilder text = new StringBuilder();
        append(text);
        return text.toString();
    }

    private void append(StringBuilder text) {
        for (Object part : content) {
            if (part instanceof XmlElement element) {
                element.append(text);
            } else {
                text.append(part);
            }
        }
    }

    /** The text of an element at a path; null when there is no such element or no text in it. */
    public String textAt(String... path) {
        XmlElement found = at(path);
        return found == null ? null : found.text();
    }

    /** An attribute of an element at a path; null when there is no such element or attribute. */
    public String attributeAt(String attribute, String... path) {
        XmlElement found = at(path);
        return found == null ? null : found.attribute(attribute);
    }
}
