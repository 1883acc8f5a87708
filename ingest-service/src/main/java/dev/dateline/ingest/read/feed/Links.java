package dev.dateline.ingest.read.feed;

import dev.dateline.ingest.read.feed.tree.Address;
import dev.dateline.ingest.read.feed.tree.XmlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The links of a feed or an item: RSS's, whose text is the address, and Atom's, which say what they are for (RFC 4287 section 4.2.7). Either
 * stands in the other's feeds.
 */
final class Links {
    private static final String REGISTRY = "http://www.iana.org/assignments/relation/";

    private record Link(String relation, String type, String address, Long length) {
        boolean isPage() {
            return type == null || type.contains("html");
        }
    }

    private final List<Link> links = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    private Links() {}

    static Links of(XmlNode node, String document) {
        Links found = new Links();
        node.all("rss:link", "atom:link").forEach(link -> found.add(link, document));
        if (node.attribute("href") != null) { // CDF
            found.texts.add(Address.resolve(node.base(document), node.attribute("href")));
        }
        return found;
    }

    private void add(XmlNode link, String document) {
        String href = link.attribute("href");
        if (href != null) {
            links.add(new Link(
                    relation(link.attribute("rel")),
                    lower(link.attribute("type")),
                    Address.resolve(link.base(document), href),
                    Lengths.of(link.attribute("length"))));
        } else if (!link.text().isEmpty()) {
            texts.add(Address.resolve(link.base(document), link.text()));
        }
    }

    /** The page it is about; null when there is none. */
    String page() {
        if (!texts.isEmpty()) {
            return texts.get(0);
        }
        return links.stream()
                .filter(link -> link.relation().equals("alternate"))
                .sorted((a, b) -> Boolean.compare(b.isPage(), a.isPage()))
                .map(Link::address)
                .findFirst()
                .orElse(null);
    }

    String self() {
        return addresses("self").stream().findFirst().orElse(null);
    }

    List<String> hubs(int most) {
        return addresses("hub").stream().distinct().limit(most).toList();
    }

    List<Enclosure> enclosures() {
        return links.stream()
                .filter(link -> link.relation().equals("enclosure"))
                .map(link -> new Enclosure(link.address(), link.type(), link.length()))
                .toList();
    }

    private List<String> addresses(String relation) {
        return links.stream()
                .filter(link -> link.relation().equals(relation))
                .map(Link::address)
                .toList();
    }

    private static String relation(String rel) {
        if (rel == null) {
            return "alternate";
        }
        String lower = lower(rel);
        return lower.startsWith(REGISTRY) ? lower.substring(REGISTRY.length()) : lower;
    }

    private static String lower(String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }
}
