package dev.dateline.standalone.sources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.common.wire.Json;
import dev.dateline.ingest.read.SourceName;
import dev.dateline.ingest.read.feed.list.OpmlFeed;
import dev.dateline.ingest.read.feed.list.OpmlParser;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Lists of subscriptions as feed readers exchange them (OPML 2.0). */
public final class Opml {
    private static final int MAX_ID = 60;
    private static final int MAX_NAME = 300;

    private Opml() {}

    /**
     * The feeds of a list as declarations, by id. An id is the feed's title, or its host, with a number where it is taken; a feed whose
     * address is declared already keeps its id.
     *
     * @param declared sources as the API gives them
     * @throws dev.dateline.common.http.ProblemException when it is not OPML
     */
    public static Map<String, ObjectNode> read(byte[] document, List<JsonNode> declared) {
        Map<String, String> idByUrl = new HashMap<>();
        Map<String, ObjectNode> read = new LinkedHashMap<>();
        declared.forEach(source ->
                idByUrl.put(source.path("url").asText(), source.path("id").asText()));
        for (OpmlFeed feed : OpmlParser.parse(document)) {
            String id = idByUrl.computeIfAbsent(feed.xmlUrl(), url -> freeId(feed, idByUrl));
            ObjectNode source = Json.MAPPER.createObjectNode();
            source.put("url", feed.xmlUrl());
            if (feed.title() != null && !feed.title().isBlank()) {
                source.put(
                        "name", feed.title().substring(0, Math.min(feed.title().length(), MAX_NAME)));
            }
            read.put(id, source);
        }
        return read;
    }

    private static String freeId(OpmlFeed feed, Map<String, String> taken) {
        String name = SourceName.of(feed.title());
        String host = SourceName.ofHost(feed.xmlUrl());
        String wanted = name != null ? name : host != null ? host : "source";
        String base = wanted.substring(0, Math.min(wanted.length(), MAX_ID));
        String id = base;
        for (int i = 2; taken.containsValue(id); i++) {
            id = base + "-" + i;
        }
        return id;
    }

    /** Feeds as OPML; sitemaps have no place in it. */
    public static String write(List<JsonNode> sources) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("opml");
            xml.writeAttribute("version", "2.0");
            xml.writeStartElement("head");
            xml.writeStartElement("title");
            xml.writeCharacters("Sources of Dateline");
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeStartElement("body");
            for (JsonNode source : sources) {
                if (source.path("kind").asText().equals("feed")) {
                    outline(xml, source);
                }
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a text in memory can be written", e);
        }
        return text + "\n";
    }

    private static void outline(XMLStreamWriter xml, JsonNode source) throws XMLStreamException {
        String name = source.path("name").asText(source.path("id").asText());
        xml.writeCharacters("\n  ");
        xml.writeEmptyElement("outline");
        xml.writeAttribute("type", "rss");
        xml.writeAttribute("text", name);
        xml.writeAttribute("xmlUrl", source.path("url").asText());
    }
}
