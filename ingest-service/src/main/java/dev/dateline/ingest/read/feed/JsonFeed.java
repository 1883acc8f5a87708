package dev.dateline.ingest.read.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.common.wire.Json;
import dev.dateline.ingest.read.Rejection;
import dev.dateline.ingest.read.StrictText;
import dev.dateline.ingest.read.feed.date.FeedDate;
import dev.dateline.ingest.read.feed.tree.Address;
import dev.dateline.ingest.read.feed.tree.HtmlLinks;
import dev.dateline.ingest.read.feed.tree.Markup;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** JSON Feed 1.0 and 1.1 (jsonfeed.org). */
final class JsonFeed {
    static final String VERSION = "https://jsonfeed.org/version/";
    private static final int MAX_LIST = 100;

    private final JsonNode feed;
    private final String base;

    private JsonFeed(JsonNode feed, String address) {
        this.feed = feed;
        String self = text(feed, "feed_url");
        this.base = address == null && Address.isWeb(self) ? self : address;
    }

    static Feed parse(String text, String address) {
        JsonNode feed;
        try {
            feed = Json.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw Rejection.malformed("this is not JSON: " + Rejection.repeated(e.getOriginalMessage()));
        }
        String version = text(feed, "version");
        if (version == null || !version.replace("http:", "https:").startsWith(VERSION)) {
            throw Rejection.malformed("this JSON is not a feed; expected \"version\": \"" + VERSION + "1.1\"");
        }
        return new JsonFeed(feed, address).read();
    }

    private Feed read() {
        String title = text(feed, "title");
        List<FeedPerson> authors = authors(feed);
        String language = Language.tag(text(feed, "language"));
        return new Feed(
                FeedFormat.JSON_FEED,
                title == null ? null : FeedText.plainText(title),
                address(feed, "home_page_url"),
                address(feed, "feed_url"),
                hubs(),
                language,
                Rhythm.UNKNOWN,
                elements(feed, "items", Integer.MAX_VALUE)
                        .filter(JsonNode::isObject)
                        .map(item -> item(item, authors, language))
                        .toList());
    }

    private FeedItem item(JsonNode item, List<FeedPerson> feedAuthors, String feedLanguage) {
        List<FeedPerson> authors = authors(item);
        String language = Language.tag(text(item, "language"));
        String html = text(item, "content_html");
        String plain = text(item, "content_text");
        FeedText content = plain == null ? null : FeedText.plainText(plain);
        String url = address(item, "url");
        return FeedItemBuilder.builder()
                .id(text(item, "id") == null ? null : Markup.line(text(item, "id")))
                .link(url == null ? address(item, "external_url") : url)
                .title(plainText(item, "title"))
                .authors(authors.isEmpty() ? feedAuthors : authors)
                .published(FeedDate.parse(text(item, "date_published")))
                .updated(FeedDate.parse(text(item, "date_modified")))
                .summary(plainText(item, "summary"))
                .content(html == null ? content : FeedText.html(HtmlLinks.resolve(html, base)))
                .categories(elements(item, "tags", MAX_LIST)
                        .map(tag -> Markup.line(tag.asText()))
                        .filter(tag -> !tag.isEmpty())
                        .distinct()
                        .toList())
                .image(image(item))
                .enclosures(enclosures(item))
                .language(language == null ? feedLanguage : language)
                .build();
    }

    private String image(JsonNode item) {
        String image = address(item, "image");
        String banner = address(item, "banner_image");
        if (image != null || banner != null) {
            return image == null ? banner : image;
        }
        return enclosures(item).stream()
                .filter(Enclosure::isImage)
                .map(Enclosure::url)
                .findFirst()
                .orElse(null);
    }

    private List<Enclosure> enclosures(JsonNode item) {
        return elements(item, "attachments", MAX_LIST)
                .filter(attachment -> address(attachment, "url") != null)
                .map(attachment -> new Enclosure(
                        address(attachment, "url"),
                        text(attachment, "mime_type"),
                        Lengths.of(text(attachment, "size_in_bytes"))))
                .toList();
    }

    private List<String> hubs() {
        return elements(feed, "hubs", MAX_LIST)
                .filter(hub -> "WebSub".equalsIgnoreCase(text(hub, "type")))
                .map(hub -> address(hub, "url"))
                .filter(Address::isWeb)
                .toList();
    }

    /** A list in version 1.1, a single author in 1.0. */
    private static List<FeedPerson> authors(JsonNode of) {
        List<FeedPerson> authors = new ArrayList<>();
        Stream.concat(elements(of, "authors", MAX_LIST), Stream.of(of.path("author")))
                .filter(JsonNode::isObject)
                .filter(author -> text(author, "name") != null || text(author, "url") != null)
                .forEach(author -> authors.add(new FeedPerson(text(author, "name"), null, text(author, "url"))));
        return Persons.named(authors);
    }

    private static FeedText plainText(JsonNode of, String field) {
        String text = text(of, field);
        return text == null ? null : FeedText.plainText(text);
    }

    private String address(JsonNode of, String field) {
        return Address.resolve(base, text(of, field));
    }

    private static Stream<JsonNode> elements(JsonNode of, String field, int most) {
        JsonNode list = of.path(field);
        return list.isArray() ? StreamSupport.stream(list.spliterator(), false).limit(most) : Stream.empty();
    }

    /** A text or a number, because ids are both; null when it is blank or something else. */
    private static String text(JsonNode of, String field) {
        JsonNode value = of.path(field);
        String text = value.isTextual() || value.isNumber() ? value.asText().strip() : "";
        // Half of a surrogate pair, escaped, becomes a question mark: it can't be written on.
        String whole = StrictText.isWellFormed(text)
                ? text
                : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return whole.isEmpty() ? null : whole;
    }
}
