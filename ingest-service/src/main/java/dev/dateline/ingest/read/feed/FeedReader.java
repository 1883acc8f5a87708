package dev.dateline.ingest.read.feed;

import dev.dateline.ingest.read.Document;
import dev.dateline.ingest.read.FormatReader;
import dev.dateline.ingest.read.Reading;
import dev.dateline.ingest.read.Rejection;
import dev.dateline.ingest.read.feed.tree.RootName;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** A feed that was pushed: each item with a text is an article. */
public final class FeedReader implements FormatReader {
    private static final Set<String> RSS_ROOTS = Set.of("rss", "rdf", "channel");

    private final String name;
    private final Set<String> mediaTypes;
    private final Predicate<String> sign;

    private FeedReader(String name, Set<String> mediaTypes, Predicate<String> sign) {
        this.name = name;
        this.mediaTypes = mediaTypes;
        this.sign = sign;
    }

    /** A reader for each family. Each reads every feed that it is given: what a feed is called and what it is often differ. */
    public static List<FormatReader> all() {
        return List.of(
                new FeedReader(
                        "rss",
                        Set.of("application/rss+xml", "application/rdf+xml", "text/rss+xml", "application/x-cdf"),
                        opening -> RSS_ROOTS.contains(RootName.of(opening))),
                new FeedReader("atom", Set.of("application/atom+xml", "text/atom+xml"), opening -> RootName.of(opening)
                        .equals("feed")),
                new FeedReader("json-feed", Set.of("application/feed+json"), FeedReader::isJsonFeed));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<String> mediaTypes() {
        return mediaTypes;
    }

    @Override
    public boolean recognises(String opening) {
        return sign.test(opening);
    }

    @Override
    public List<Reading> read(Document document) {
        Feed feed = FeedParser.parse(document.bytes(), document.type(), document.url());
        if (feed.items().isEmpty()) {
            throw Rejection.invalid(null, "the feed has no items");
        }
        return drafts(feed, document, name, false);
    }

    /**
     * The items of a feed that somebody has fetched and parsed, as drafts. Items without a text are drafts, too: their pages may be fetched.
     *
     * @param document that the feed was parsed from
     */
    public static List<Reading> drafts(Feed feed, Document document) {
        return drafts(
                feed, document, feed.format().name().toLowerCase(Locale.ROOT).replace('_', '-'), true);
    }

    private static List<Reading> drafts(Feed feed, Document document, String reader, boolean withoutBody) {
        ItemDraft draft = new ItemDraft(feed, document, reader, withoutBody);
        return feed.items().stream().map(draft::of).toList();
    }

    private static boolean isJsonFeed(String opening) {
        return opening.startsWith("{")
                && opening.replace("\\/", "/").replace("http:", "https:").contains(JsonFeed.VERSION);
    }
}
