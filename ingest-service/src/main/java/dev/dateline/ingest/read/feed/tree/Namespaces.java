package dev.dateline.ingest.read.feed.tree;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * The names of elements as {@code prefix:local}, lower case, whatever prefix the document itself uses.
 *
 * <p>The vocabulary of the root element is {@code rss} or {@code atom}, in whatever namespace it was put: feeds get it wrong in many
 * ways, and no harm is done by understanding them. A well-known prefix that was never declared means what it means elsewhere.
 */
final class Namespaces {
    static final String RSS = "rss";
    static final String ATOM = "atom";

    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("http://purl.org/rss/1.0/", RSS),
            Map.entry("http://my.netscape.com/rdf/simple/0.9/", RSS),
            Map.entry("http://channel.netscape.com/rdf/simple/0.9/", RSS),
            Map.entry("http://www.w3.org/2005/atom", ATOM),
            Map.entry("http://purl.org/atom/ns#", ATOM),
            Map.entry("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"),
            Map.entry("http://purl.org/dc/elements/1.0/", "dc"),
            Map.entry("http://purl.org/dc/elements/1.1/", "dc"),
            Map.entry("http://purl.org/dc/terms/", "dcterms"),
            Map.entry("http://purl.org/rss/1.0/modules/content/", "content"),
            Map.entry("http://purl.org/rss/1.0/modules/syndication/", "sy"),
            Map.entry("http://search.yahoo.com/mrss", "media"),
            Map.entry("http://search.yahoo.com/mrss/", "media"),
            Map.entry("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
            Map.entry("http://rssnamespace.org/feedburner/ext/1.0", "feedburner"),
            Map.entry("http://www.google.com/schemas/sitemap-news/0.9", "news"),
            Map.entry("http://www.w3.org/1999/xhtml", "xhtml"));

    private static final Set<String> PREFIXES =
            Set.of(ATOM, "dc", "dcterms", "content", "sy", "media", "itunes", "feedburner", "news", "xhtml");

    private final String root;
    private final String vocabulary;

    private Namespaces(String root, String vocabulary) {
        this.root = root;
        this.vocabulary = vocabulary;
    }

    static Namespaces of(Element root) {
        boolean atom = local(root).equals("feed") || local(root).equals("entry");
        return new Namespaces(uri(root), atom ? ATOM : RSS);
    }

    String name(Element element) {
        return prefix(element) + ":" + local(element);
    }

    static String local(Element element) {
        String local = element.tag().localName();
        // "<dc:>" has a prefix only.
        return (local.isEmpty() ? element.tagName() : local).toLowerCase(Locale.ROOT);
    }

    private String prefix(Element element) {
        String uri = uri(element);
        String known = KNOWN.get(uri);
        String written = element.tag().prefix().toLowerCase(Locale.ROOT);
        // An undeclared prefix is in the default namespace, as far as the parser can tell.
        boolean undeclared = known == null || known.equals(RSS) || known.equals(ATOM);
        if (undeclared && PREFIXES.contains(written)) {
            return written;
        }
        if (uri.equals(root)) {
            return vocabulary;
        }
        if (known != null) {
            return known;
        }
        return written.isEmpty() ? vocabulary : "?";
    }

    private static String uri(Element element) {
        return element.tag().namespace().toLowerCase(Locale.ROOT);
    }
}
