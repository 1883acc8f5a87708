package dev.dateline.ingest.read.ninjs;

import dev.dateline.common.http.ProblemException;
import dev.dateline.ingest.read.Draft;
import dev.dateline.ingest.read.json.JsonFields;
import dev.dateline.ingest.read.nitf.NitfStory;
import dev.dateline.ingest.read.xml.SafeXml;
import dev.dateline.ingest.read.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;

/**
 * A headline, description or body of an item: {@code body_xhtml} in version 1, an entry of {@code bodies} later.
 *
 * @param role lower case; in version 1 what follows the underscore; empty when there is none
 * @param type the media type, lower case; empty when not given
 */
record NinjsText(String role, String type, String value) {
    private static final String PLAIN = "text/plain";

    /**
     * All that an item has of a kind, in order.
     *
     * @param plain version 1's name without a role, for example {@code headline}
     * @param list the later versions' name
     * @param prefix version 1's name with a role, up to it
     */
    static List<NinjsText> of(JsonFields item, String plain, String list, String prefix) {
        List<NinjsText> texts = new ArrayList<>();
        if (item.text(plain) != null) {
            texts.add(new NinjsText("", "", item.text(plain)));
        }
        for (JsonFields entry : item.objects(list, false)) {
            if (entry.text("value") != null) {
                texts.add(new NinjsText(
                        lower(entry.text("role")), lower(entry.text("contenttype")), entry.text("value")));
            }
        }
        for (String name : item.names(prefix)) {
            if (item.text(name) != null) {
                texts.add(new NinjsText(name.substring(prefix.length()), "", item.text(name)));
            }
        }
        return texts;
    }

    /** HTML, else NITF, because these keep paragraphs; else plain text; null when there is none of them. */
    static NinjsText best(List<NinjsText> texts) {
        return texts.stream()
                .filter(NinjsText::isHtml)
                .findFirst()
                .or(() -> texts.stream().filter(text -> text.story() != null).findFirst())
                .or(() -> texts.stream().filter(NinjsText::isPlain).findFirst())
                .orElse(null);
    }

    private boolean isHtml() {
        return type.isEmpty() ? role.contains("html") : type.contains("html");
    }

    private boolean isPlain() {
        return type.equals(PLAIN)
                || (type.isEmpty() && !isHtml() && !value.stripLeading().startsWith("<"));
    }

    private NitfStory story() {
        if (!role.contains(NitfStory.ELEMENT) && !type.contains(NitfStory.ELEMENT)) {
            return null;
        }
        try {
            XmlElement root = SafeXml.parse(value);
            NitfStory story = root.name().equals(NitfStory.ELEMENT) ? new NitfStory(root) : null;
            return story == null || story.html() == null ? null : story;
        } catch (ProblemException e) {
            // One of several forms of the same text: that it is broken counts as its not being there.
            return null;
        }
    }

    /** As the body of an article. */
    void fill(Draft draft) {
        NitfStory story = isHtml() ? null : story();
        if (story != null) {
            draft.bodyHtml(story.html());
        } else if (isHtml()) {
            draft.bodyHtml(value);
        } else {
            draft.bodyText(value);
        }
    }

    /** The text without markup. */
    String plain() {
        return isHtml() ? Jsoup.parseBodyFragment(value).text() : value;
    }

    private static String lower(String text) {
        return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    }
}
