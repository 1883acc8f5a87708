package dev.dateline.ingest.read.nitf;

import dev.dateline.ingest.read.xml.HtmlWriter;
import dev.dateline.ingest.read.xml.XmlElement;
import java.util.Map;
import java.util.Set;

/** NITF's elements of text in HTML's terms. What marks a person, a place or a sum within a sentence is left out around its text. */
final class NitfVocabulary implements HtmlWriter.Vocabulary {
    static final NitfVocabulary INSTANCE = new NitfVocabulary();

    private static final Set<String> SAME = Set.of(
            "p",
            "a",
            "br",
            "em",
            "hr",
            "ol",
            "ul",
            "li",
            "dl",
            "dt",
            "dd",
            "pre",
            "q",
            "sub",
            "sup",
            "table",
            "caption",
            "col",
            "colgroup",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "th",
            "td",
            "img");
    private static final Map<String, String> OTHERWISE = Map.ofEntries(
            Map.entry("hl1", "h1"),
            Map.entry("hl2", "h2"),
            Map.entry("block", "div"),
            Map.entry("abstract", "div"),
            Map.entry("note", "div"),
            Map.entry("body.content", "div"),
            Map.entry("byline", "p"),
            Map.entry("dateline", "p"),
            Map.entry("copyrite", "p"),
            Map.entry("datasource", "p"),
            Map.entry("bq", "blockquote"),
            Map.entry("credit", "cite"),
            Map.entry("media", "figure"),
            Map.entry("media-caption", "figcaption"),
            Map.entry("media-producer", "figcaption"),
            Map.entry("fn", "small"));
    /** Data for machines, not part of the text. */
    private static final Set<String> LEFT_OUT = Set.of(
            "media-reference", "media-metadata", "media-object", "nitf-table-metadata", "custom-table", "alt-code");

    private NitfVocabulary() {}

    @Override
    public String html(XmlElement element) {
        if (LEFT_OUT.contains(element.name())) {
            return null;
        }
        return SAME.contains(element.name()) ? element.name() : OTHERWISE.getOrDefault(element.name(), "");
    }

    @Override
    public boolean keeps(String attribute) {
        return attribute.equals("href") || attribute.equals("class") || attribute.equals("src");
    }
}
