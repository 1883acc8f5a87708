package dev.dateline.ingest.read.newsml;

import dev.dateline.common.http.ProblemException;
import dev.dateline.ingest.read.Draft;
import dev.dateline.ingest.read.nitf.NitfStory;
import dev.dateline.ingest.read.xml.HtmlWriter;
import dev.dateline.ingest.read.xml.SafeXml;
import dev.dateline.ingest.read.xml.XmlElement;
import java.util.Locale;
import java.util.Set;

/**
 * The text of a story as an envelope carries it.
 *
 * @param story when it is NITF, which has a headline and a byline of its own; else null
 * @param html null when it is plain
 * @param text null when it is HTML
 */
record Content(NitfStory story, String html, String text) {
    /** What XHTML without its html element begins with. */
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "main",
            "span",
            "h1",
            "h2",
            "h3",
            "ul",
            "ol",
            "table",
            "blockquote",
            "pre");

    /** The text inside an element that wraps NITF, XHTML or plain text, also when it is escaped there; null when there is none. */
    static Content in(XmlElement wrapper) {
        if (wrapper.text() == null) {
            return null;
        }
        XmlElement nitf = wrapper.first(element -> element.name().equals(NitfStory.ELEMENT));
        if (nitf != null) {
            return ofNitf(nitf);
        }
        XmlElement html = wrapper.first(element -> element.name().equals("body"));
        if (html != null) {
            return html.text() == null ? null : new Content(null, HtmlWriter.inside(html, HtmlWriter.XHTML), null);
        }
        if (wrapper.elements().isEmpty()) {
            return escaped(wrapper.rawText());
        }
        boolean blocks = wrapper.elements().stream().anyMatch(element -> BLOCKS.contains(element.name()));
        return blocks ? new Content(null, HtmlWriter.inside(wrapper, HtmlWriter.XHTML), null) : null;
    }

    private static Content ofNitf(XmlElement nitf) {
        NitfStory story = new NitfStory(nitf);
        return story.html() == null ? null : new Content(story, story.html(), null);
    }

    private static Content escaped(String text) {
        String opening = text.stripLeading();
        if (!opening.startsWith("<")) {
            return new Content(null, null, text.strip());
        }
        String start = opening.substring(0, Math.min(opening.length(), 300)).toLowerCase(Locale.ROOT);
        if (start.contains("<" + NitfStory.ELEMENT)) {
            try {
                return ofNitf(SafeXml.parse(opening));
            } catch (ProblemException e) {
                // Broken NITF still reads as HTML: its paragraphs are p too.
                return new Content(null, text.strip(), null);
            }
        }
        return new Content(null, text.strip(), null);
    }

    /** The body, and what the story says where the envelope is silent. */
    void fill(Draft draft) {
        if (html == null) {
            draft.bodyText(text);
        } else {
            draft.bodyHtml(html);
        }
        if (story != null) {
            draft.title(story.headline())
                    .subtitle(story.subtitle())
                    .summary(story.summary())
                    .imageUrl(story.image());
            if (!draft.hasAuthors()) {
                draft.authors(story.bylines());
            }
        }
    }
}
