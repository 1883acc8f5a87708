package dev.dateline.standalone.eval;

import dev.dateline.ingest.read.feed.Feed;
import dev.dateline.ingest.read.feed.FeedItem;
import dev.dateline.ingest.read.feed.FeedPerson;
import dev.dateline.ingest.read.feed.FeedText;
import dev.dateline.ingest.read.feed.tree.Markup;
import dev.dateline.standalone.eval.FeedSet.Expectation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Whether a feed holds what is expected of a field.
 *
 * <p>HTML is compared as what a browser would make of it, so that the spelling of a character reference or of an empty
 * element and the order of attributes do not count; an author as name and address; everything else to the letter.
 */
final class FeedMatch {
    private FeedMatch() {}

    /**
     * What the feed holds there, as text.
     *
     * @return null when it holds nothing
     */
    static String found(Feed feed, Expectation expectation) {
        if (expectation.entry() < 0) {
            return expectation.field().equals("link") ? feed.link() : shown(feed.title());
        }
        if (expectation.entry() >= feed.items().size()) {
            return null;
        }
        FeedItem item = feed.items().get(expectation.entry());
        return switch (expectation.field()) {
            case "title" -> shown(item.title());
            case "link" -> item.link();
            case "id" -> item.id();
            case "author" -> author(item.authors());
            case "published_parsed" -> time(item.published());
            case "updated_parsed" -> time(item.updated());
            // A content stands in for a missing summary, as in most readers.
            default -> shown(item.summary() == null ? item.content() : item.summary());
        };
    }

    static boolean isMet(Expectation expectation, String found) {
        if (found == null) {
            return false;
        }
        String expected = expectation.value();
        return switch (expectation.field()) {
            case "title", "summary" ->
                found.equals(expected.strip()) || parsed(found).equals(parsed(expected));
            case "author" -> folded(found).equals(folded(expected));
            default -> found.equals(expected);
        };
    }

    /** As it would be put on a page. */
    private static String shown(FeedText text) {
        if (text == null) {
            return null;
        }
        return text.html() ? Markup.safe(text.value()) : text.value();
    }

    private static String author(List<FeedPerson> authors) {
        if (authors.isEmpty()) {
            return null;
        }
        FeedPerson first = authors.get(0);
        String name = first.name() == null ? "" : first.name();
        return first.email() == null ? name : (name + " (" + first.email() + ")").strip();
    }

    private static String time(Instant time) {
        return time == null ? null : time.toString();
    }

    private static String parsed(String html) {
        Document document = Jsoup.parseBodyFragment(html.strip());
        document.outputSettings().prettyPrint(false);
        document.getAllElements().forEach(FeedMatch::sortAttributes);
        return document.body().html();
    }

    private static void sortAttributes(Element element) {
        Map<String, String> sorted = new TreeMap<>();
        element.attributes().forEach(attribute -> sorted.put(attribute.getKey(), attribute.getValue()));
        element.clearAttributes();
        sorted.forEach(element::attr);
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[()<>\\s]++", " ").strip();
    }
}
