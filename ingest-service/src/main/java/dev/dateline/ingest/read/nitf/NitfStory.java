package dev.dateline.ingest.read.nitf;

import dev.dateline.ingest.read.xml.HtmlWriter;
import dev.dateline.ingest.read.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an editor sees of an NITF story: its body's head and content. Other formats carry these inside. */
public final class NitfStory {
    /** The name of the root element. */
    public static final String ELEMENT = "nitf";

    private static final Pattern BLANK_LINES = Pattern.compile("\\R\\h*+\\R\\s*+");
    private static final String BODY = "body";
    private static final String BODY_HEAD = "body.head";
    private static final String BODY_CONTENT = "body.content";
    private static final String HEADLINES = "hedline";

    private final XmlElement nitf;

    public NitfStory(XmlElement nitf) {
        this.nitf = nitf;
    }

    XmlElement element() {
        return nitf;
    }

    /** May be null, as all that follows. */
    public String headline() {
        String headline = nitf.textAt(BODY, BODY_HEAD, HEADLINES, "hl1");
        return headline == null ? nitf.textAt("head", "title") : headline;
    }

    public String subtitle() {
        return nitf.textAt(BODY, BODY_HEAD, HEADLINES, "hl2");
    }

    public String summary() {
        return nitf.textAt(BODY, BODY_HEAD, "abstract");
    }

    /** Persons where they are marked, else each byline's text without the title of who wrote it. */
    public List<String> bylines() {
        XmlElement head = nitf.at(BODY, BODY_HEAD);
        if (head == null) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (XmlElement byline : head.all("byline")) {
            List<String> persons = byline.all("person").stream()
                    .map(XmlElement::text)
                    .filter(Objects::nonNull)
                    .toList();
            names.addAll(persons.isEmpty() ? withoutTitle(byline) : persons);
        }
        return names;
    }

    private static List<String> withoutTitle(XmlElement byline) {
        List<Object> rest = byline.content().stream()
                .filter(part ->
                        !(part instanceof XmlElement element && element.name().equals("byttl")))
                .toList();
        String name = new XmlElement(byline.name(), byline.attributes(), rest).text();
        String text = name == null ? byline.text() : name.replaceAll("[,;]\\s?+$", "");
        return Stream.of(text).filter(Objects::nonNull).toList();
    }

    public String distributor() {
        return nitf.textAt(BODY, BODY_HEAD, "distributor");
    }

    /** The first picture with an address; those known by an archive's number only have none. */
    public String image() {
        XmlElement reference = nitf.first(element -> element.name().equals("media-reference")
                && element.attribute("source") != null
                && element.attribute("source").startsWith("http")
                && isImage(element.attribute("mime-type")));
        return reference == null ? null : reference.attribute("source");
    }

    private static boolean isImage(String mimeType) {
        return mimeType == null || mimeType.startsWith("image");
    }

    /** The content as HTML; null when there is no text in it. */
    public String html() {
        XmlElement content = nitf.at(BODY, BODY_CONTENT);
        XmlElement text = content == null ? withoutHeadAndEnd() : content;
        if (text == null || text.text() == null) {
            return null;
        }
        return text.elements().isEmpty()
                ? withoutElements(text.rawText().strip())
                : HtmlWriter.inside(text, NitfVocabulary.INSTANCE);
    }

    /** Some escape their HTML, others leave blank lines between paragraphs and no more. */
    private static String withoutElements(String content) {
        if (content.startsWith("<") && content.endsWith(">")) {
            return content;
        }
        StringBuilder html = new StringBuilder();
        for (String paragraph : BLANK_LINES.split(content, -1)) {
            html.append("<p>").append(HtmlWriter.escaped(paragraph)).append("</p>");
        }
        return html.toString();
    }

    /** Some leave {@code body.content} out. */
    private XmlElement withoutHeadAndEnd() {
        XmlElement body = nitf.at(BODY);
        if (body == null) {
            return null;
        }
        List<Object> rest = body.content().stream()
                .filter(part ->
                        !(part instanceof XmlElement element && element.name().startsWith(BODY + ".")))
                .toList();
        return new XmlElement(BODY, body.attributes(), rest);
    }
}
