package dev.dateline.ingest.read.feed;

import dev.dateline.ingest.read.feed.tree.Address;
import dev.dateline.ingest.read.feed.tree.XmlNode;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** What Media RSS says of an item, in the item itself or in its {@code media:group} and {@code media:content}. */
final class Media {
    private final XmlNode item;
    private final String document;
    private final List<XmlNode> groups;

    Media(XmlNode item, String document) {
        this.item = item;
        this.document = document;
        List<XmlNode> outer = item.all("media:group").toList();
        Stream<XmlNode> contents =
                Stream.concat(Stream.of(item), outer.stream()).flatMap(node -> node.all("media:content"));
        this.groups = Stream.concat(outer.stream(), contents).toList();
    }

    /** Children of these names of the item, and then of its groups. */
    Stream<XmlNode> with(String... names) {
        return Stream.concat(item.all(names), groups.stream().flatMap(group -> group.all(names)));
    }

    /** The address of a picture of the item; null when there is none. */
    String image(List<Enclosure> enclosures) {
        Stream<String> contents = with("media:content").filter(Media::isImage).map(node -> address(node, "url"));
        Stream<String> thumbnails = with("media:thumbnail").map(node -> address(node, "url"));
        Stream<String> enclosed = enclosures.stream().filter(Enclosure::isImage).map(Enclosure::url);
        Stream<String> itunes = item.all("itunes:image").map(node -> address(node, "href"));
        Stream<String> rss = item.all("rss:image").map(node -> node.text("rss:url"));
        return Stream.of(contents, thumbnails, enclosed, itunes, rss)
                .flatMap(addresses -> addresses)
                .filter(Objects::nonNull)
                .filter(Address::isWeb)
                .findFirst()
                .orElse(null);
    }

    private String address(XmlNode node, String attribute) {
        return Address.resolve(node.base(document), node.attribute(attribute));
    }

    private static boolean isImage(XmlNode content) {
        String medium = content.attribute("medium");
        String type = content.attribute("type");
        return "image".equalsIgnoreCase(medium)
                || (type != null && type.toLowerCase(Locale.ROOT).startsWith("image/"));
    }
}
