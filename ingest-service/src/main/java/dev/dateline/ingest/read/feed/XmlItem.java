package dev.dateline.ingest.read.feed;

import dev.dateline.ingest.read.feed.date.FeedDate;
import dev.dateline.ingest.read.feed.tree.Address;
import dev.dateline.ingest.read.feed.tree.Markup;
import dev.dateline.ingest.read.feed.tree.XmlNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One item of an XML feed. For each field, the elements that may hold it stand in the order in which they are believed. */
final class XmlItem {
    private static final String[] TITLES = {"rss:title", "atom:title", "dc:title", "media:title"};
    private static final String[] IDS = {"rss:guid", "atom:id", "rss:id"};
    private static final String[] AUTHORS = {"atom:author", "rss:author", "dc:creator", "dc:author", "itunes:author"};
    private static final String[] PUBLISHED = {
        "rss:pubdate", "atom:published", "atom:issued", "dcterms:issued", "dc:date", "atom:created", "dcterms:created"
    };
    private static final String[] UPDATED = {"atom:updated", "atom:modified", "dcterms:modified", "dc:date"};
    private static final String[] SUMMARIES = {
        "rss:description",
        "atom:summary",
        "dc:description",
        "rss:abstract",
        "itunes:summary",
        "media:description",
        "rss:summary"
    };
    private static final String[] CONTENTS = {
        "content:encoded", "atom:content", "xhtml:body", "rss:fullitem", "rss:body"
    };
    private static final Pattern COMMA = Pattern.compile(",");
    private static final int MAX_CATEGORIES = 100;
    private static final int MAX_ENCLOSURES = 50;

    private final XmlNode item;
    private final String document;
    private final Links links;
    private final Media media;

    /**
     * An item to be read.
     *
     * @param document the document's address; may be null
     */
    XmlItem(XmlNode item, String document) {
        this.item = item;
        this.document = document;
        this.links = Links.of(item, document);
        this.media = new Media(item, document);
    }

    /**
     * The item.
     *
     * @param feedAuthors stand in when it names none
     * @param feedLanguage stands in when it does not say
     */
    FeedItem read(List<FeedPerson> feedAuthors, String feedLanguage, boolean cutOff) {
        List<FeedPerson> authors = authors();
        List<Enclosure> enclosures = enclosures();
        String language = Language.tag(item.text("dc:language", "rss:language"));
        String inherited = language == null ? Language.tag(item.language()) : language;
        return FeedItemBuilder.builder()
                .id(id())
                .link(link())
                .title(title())
                .authors(authors.isEmpty() ? feedAuthors : authors)
                .published(date(PUBLISHED))
                .updated(updated())
                .summary(body(SUMMARIES))
                .content(body(CONTENTS))
                .categories(categories())
                .image(media.image(enclosures))
                .enclosures(enclosures)
                .language(inherited == null ? feedLanguage : inherited)
                .cutOff(cutOff)
                .build();
    }

    private String id() {
        String id = item.text(IDS);
        return id == null ? item.attribute("rdf:about") : Markup.line(id);
    }

    private String link() {
        String original = item.text("feedburner:origlink");
        if (original != null) {
            return original;
        }
        String page = links.page();
        return page == null ? standIn() : page;
    }

    /** RSS 2.0: a guid is the item's address unless it says that it is not. */
    private String standIn() {
        return Stream.concat(
                        item.all("rss:guid")
                                .filter(guid -> !"false".equalsIgnoreCase(guid.attribute("ispermalink")))
                                .map(XmlNode::text),
                        Stream.concat(
                                item.all("atom:content")
                                        .map(content -> content.attribute("src"))
                                        .filter(Objects::nonNull)
                                        .map(src -> Address.resolve(item.base(document), src)),
                                Stream.ofNullable(item.attribute("rdf:about"))))
                .filter(Address::isWeb)
                .findFirst()
                .orElse(null);
    }

    private FeedText title() {
        return media.with(TITLES)
                .map(node -> TextConstruct.title(node, document))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(null);
    }

    private FeedText body(String... names) {
        return media.with(names)
                .map(node -> TextConstruct.body(node, document))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(null);
    }

    private List<FeedPerson> authors() {
        List<FeedPerson> found = Stream.of(AUTHORS)
                .map(name -> Persons.of(item.all(name)))
                .filter(persons -> !persons.isEmpty())
                .sorted((a, b) -> Boolean.compare(isNamed(b), isNamed(a)))
                .findFirst()
                .orElse(List.of());
        return found.isEmpty()
                ? item.first("atom:source")
                        .map(source -> Persons.of(source.all("atom:author")))
                        .orElse(found)
                : found;
    }

    private static boolean isNamed(List<FeedPerson> persons) {
        return persons.stream().anyMatch(person -> person.name() != null);
    }

    private Instant updated() {
        Instant said = date(UPDATED);
        return said == null ? FeedDate.parse(item.attribute("lastmod")) : said; // CDF
    }

    private Instant date(String... names) {
        return item.all(names)
                .map(node -> FeedDate.parse(node.text()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private List<String> categories() {
        Stream<String> named = item.all("rss:category", "atom:category", "dc:subject", "media:category")
                .map(XmlItem::category);
        Stream<String> listed = media.with("media:keywords", "itunes:keywords")
                .flatMap(keywords -> COMMA.splitAsStream(keywords.text()));
        return Stream.concat(named, listed)
                .filter(Objects::nonNull)
                .map(text -> Markup.isLikely(text) ? Markup.plain(text) : Markup.line(text))
                .filter(text -> !text.isEmpty())
                .distinct()
                .limit(MAX_CATEGORIES)
                .toList();
    }

    private static String category(XmlNode node) {
        String label = node.attribute("label");
        String term = node.attribute("term");
        if (label != null || term != null) {
            return label == null ? term : label;
        }
        return node.text();
    }

    private List<Enclosure> enclosures() {
        Stream<Enclosure> rss = item.all("rss:enclosure")
                .filter(node -> node.attribute("url") != null)
                .map(node -> new Enclosure(
                        Address.resolve(node.base(document), node.attribute("url")),
                        node.attribute("type") == null
                                ? null
                                : node.attribute("type").toLowerCase(Locale.ROOT),
                        Lengths.of(node.attribute("length"))));
        return Stream.concat(rss, links.enclosures().stream())
                .limit(MAX_ENCLOSURES)
                .toList();
    }
}
