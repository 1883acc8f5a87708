package dev.dateline.ingest.read.feed;

import dev.dateline.ingest.read.MediaType;
import dev.dateline.ingest.read.Rejection;
import dev.dateline.ingest.read.feed.tree.DocumentText;
import dev.dateline.ingest.read.feed.tree.XmlNode;
import java.util.Set;

/** Reads a feed of any format, well-formed or not. */
public final class FeedParser {
    private static final Set<String> ROOTS = Set.of("rss", "rdf", "channel", "feed", "entry");

    private FeedParser() {}

    /**
     * The feed that a document is.
     *
     * @param type as announced; decides the charset only, because the format shows
     * @param address where the document is from, which relative links are relative to; null when unknown
     * @throws dev.dateline.common.http.ProblemException malformed-body when it is no feed
     */
    public static Feed parse(byte[] bytes, MediaType type, String address) {
        String text = DocumentText.decode(bytes, type);
        if (text.isBlank()) {
            throw Rejection.malformed("the document is empty; expected RSS, Atom or JSON Feed");
        }
        if (text.stripLeading().startsWith("{")) {
            return JsonFeed.parse(text, address);
        }
        XmlNode root = XmlNode.parse(text, ROOTS)
                .orElseThrow(
                        () -> Rejection.malformed("this is neither XML nor JSON; expected RSS, Atom or JSON Feed"));
        if (!ROOTS.contains(root.local())) {
            throw Rejection.malformed("the document is <" + Rejection.repeated(root.local())
                    + ">; expected a feed: <rss>, <rdf:RDF>, <feed>, <channel> or JSON Feed");
        }
        return new XmlFeed(root, address, CutOff.isCutOff(text, root)).read();
    }
}
