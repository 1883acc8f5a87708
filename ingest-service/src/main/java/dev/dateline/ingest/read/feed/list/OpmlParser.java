package dev.dateline.ingest.read.feed.list;

import dev.dateline.ingest.read.MediaType;
import dev.dateline.ingest.read.Rejection;
import dev.dateline.ingest.read.feed.tree.DocumentText;
import dev.dateline.ingest.read.feed.tree.Markup;
import dev.dateline.ingest.read.feed.tree.XmlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads lists of subscriptions as feed readers export them (OPML 1.0 and 2.0), well-formed or not. */
public final class OpmlParser {
    private static final MediaType UNKNOWN = MediaType.parse(null);
    private static final Set<String> ROOTS = Set.of("opml");
    private static final String OUTLINE = "rss:outline";

    private OpmlParser() {}

    /**
     * The feeds of a document, in its order, each address once.
     *
     * @throws dev.dateline.common.http.ProblemException malformed-body when it is not OPML
     */
    public static List<OpmlFeed> parse(byte[] bytes) {
        XmlNode root = XmlNode.parse(DocumentText.decode(bytes, UNKNOWN), ROOTS)
                .filter(node -> ROOTS.contains(node.local()))
                .orElseThrow(() -> Rejection.malformed("this is not OPML; expected <opml>"));
        Map<String, OpmlFeed> feeds = new LinkedHashMap<>();
        root.all("rss:body").forEach(body -> collect(body, null, feeds));
        return List.copyOf(feeds.values());
    }

    private static void collect(XmlNode around, String category, Map<String, OpmlFeed> feeds) {
        around.all(OUTLINE).forEach(outline -> {
            String title = title(outline);
            String address = outline.attribute("xmlurl");
            if (address != null) {
                feeds.putIfAbsent(address, new OpmlFeed(title, address, outline.attribute("htmlurl"), category));
            }
            // A feed's outline holds no folder; what lies in it is in its category.
            collect(outline, address == null ? inner(category, title) : category, feeds);
        });
    }

    private static String title(XmlNode outline) {
        return Stream.of("text", "title")
                .map(outline::attribute)
                .filter(text -> text != null)
                .map(Markup::line)
                .findFirst()
                .orElse(null);
    }

    private static String inner(String category, String title) {
        if (category == null || title == null) {
            return category == null ? title : category;
        }
        return category + "/" + title;
    }
}
