package dev.dateline.ingest.read.xml;

import dev.dateline.ingest.read.Rejection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Builds the tree of a document within bounds. Its depth bounds the recursion of all who walk it. */
final class TreeBuilder extends DefaultHandler {
    static final int MAX_DEPTH = 100;
    static final int MAX_ELEMENTS = 200_000;
    static final int MAX_ATTRIBUTES = 200;
    private static final String XML = "xml:";

    private final Deque<XmlElement> open = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private XmlElement root;
    private int count;

    /** The tree, which is not kept here: the parser keeps its last handler. */
    XmlElement takeRoot() {
        XmlElement taken = root;
        root = null;
        return taken;
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes given) {
        endText();
        if (open.size() == MAX_DEPTH) {
            throw Rejection.malformed("elements are nested more than " + MAX_DEPTH + " deep");
        }
        if (++count > MAX_ELEMENTS) {
            throw Rejection.malformed("there are more than " + MAX_ELEMENTS + " elements");
        }
        XmlElement element = new XmlElement(local(name), attributes(given), new ArrayList<>());
        if (open.isEmpty()) {
            root = element;
        } else {
            open.peek().content().add(element);
        }
        open.push(element);
    }

    private static Map<String, String> attributes(Attributes given) {
        if (given.getLength() > MAX_ATTRIBUTES) {
            throw Rejection.malformed("an element has more than " + MAX_ATTRIBUTES + " attributes");
        }
        if (given.getLength() == 0) {
            return Map.of();
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < given.getLength(); i++) {
            String name = given.getQName(i);
            attributes.putIfAbsent(name.startsWith(XML) ? name : local(name), given.getValue(i));
        }
        return attributes;
    }

    @Override
    public void characters(char[] chars, int start, int length) {
        text.append(chars, start, length);
    }

    @Override
    public void endElement(String uri, String localName, String name) {
        endText();
        open.pop();
    }

    private void endText() {
        if (text.length() > 0) {
            if (!open.isEmpty()) {
                open.peek().content().add(text.toString());
            }
            text.setLength(0);
        }
    }

    /** The default would print to the terminal. */
    @Override
    public void fatalError(SAXParseException e) throws SAXException {
        throw e;
    }

    private static String local(String name) {
        int colon = name.indexOf(':');
        return colon < 0 || colon == name.length() - 1 ? name : name.substring(colon + 1);
    }
}
