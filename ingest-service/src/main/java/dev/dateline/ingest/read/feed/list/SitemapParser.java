package dev.dateline.ingest.read.feed.list;

import dev.dateline.ingest.read.MediaType;
import dev.dateline.ingest.read.Rejection;
import dev.dateline.ingest.read.feed.date.FeedDate;
import dev.dateline.ingest.read.feed.tree.Address;
import dev.dateline.ingest.read.feed.tree.DocumentText;
import dev.dateline.ingest.read.feed.tree.Markup;
import dev.dateline.ingest.read.feed.tree.RootName;
import dev.dateline.ingest.read.feed.tree.XmlNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads sitemaps and their Google News extension, well-formed or not. */
public final class SitemapParser {
    private static final MediaType UNKNOWN = MediaType.parse(null);
    private static final String PAGES = "urlset";
    private static final String INDEX = "sitemapindex";
    private static final Pattern COMMA = Pattern.compile(",");
    private static final int MAX_ENTRIES = 50_000; // sitemaps.org, "Sitemap file location"
    private static final int MAX_KEYWORDS = 100;

    private SitemapParser() {}

    /**
     * The sitemap that a document is. An entry without a web address is passed over, and so is the last one when the document ends inside
     * it: its address may be cut off.
     *
     * @param bytes unpacked
     * @param address where it is from; may be null
     * @throws dev.dateline.common.http.ProblemException malformed-body when it is no sitemap
     */
    public static Sitemap parse(byte[] bytes, String address) {
        String text = DocumentText.decode(bytes, UNKNOWN);
        XmlNode root = XmlNode.parse(text, Set.of(PAGES, INDEX))
                .orElseThrow(() -> Rejection.malformed("this is no XML; expected <urlset> or <sitemapindex>"));
        boolean whole = RootName.isClosed(text, root.local());
        return switch (root.local()) {
            case PAGES ->
                new Sitemap(
                        entries(root, "rss:url", whole)
                                .flatMap(url -> page(url, address).stream())
                                .toList(),
                        List.of());
            case INDEX ->
                new Sitemap(
                        List.of(),
                        entries(root, "rss:sitemap", whole)
                                .flatMap(sitemap -> location(sitemap, address).stream())
                                .toList());
            default ->
                throw Rejection.malformed("the document is <" + Rejection.repeated(root.local())
                        + ">; expected <urlset> or <sitemapindex>");
        };
    }

    private static Stream<XmlNode> entries(XmlNode root, String name, boolean whole) {
        List<XmlNode> entries = root.all(name).limit(MAX_ENTRIES).toList();
        boolean last = !whole && !entries.isEmpty();
        return entries.subList(0, last ? entries.size() - 1 : entries.size()).stream();
    }

    private static Optional<String> location(XmlNode entry, String address) {
        return Optional.ofNullable(Address.resolve(address, entry.text("rss:loc")))
                .filter(Address::isWeb);
    }

    private static Optional<SitemapPage> page(XmlNode url, String address) {
        Instant modified = FeedDate.parse(url.text("rss:lastmod"));
        return location(url, address).map(location -> url.first("news:news")
                .map(news -> article(location, modified, news))
                .orElseGet(() -> new SitemapPage(location, modified, null, null, null, null, List.of())));
    }

    private static SitemapPage article(String location, Instant modified, XmlNode news) {
        Optional<XmlNode> publication = news.first("news:publication");
        String keywords = news.text("news:keywords");
        return new SitemapPage(
                location,
                modified,
                line(news.text("news:title")),
                FeedDate.parse(news.text("news:publication_date")),
                publication.map(of -> of.text("news:language")).orElse(null),
                line(publication.map(of -> of.text("news:name")).orElse(null)),
                COMMA.splitAsStream(keywords == null ? "" : keywords)
                        .map(Markup::line)
                        .filter(keyword -> !keyword.isEmpty())
                        .limit(MAX_KEYWORDS)
                        .toList());
    }

    private static String line(String text) {
        return text == null ? null : Markup.line(text);
    }
}
