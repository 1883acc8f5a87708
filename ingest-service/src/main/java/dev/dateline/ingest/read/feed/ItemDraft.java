package dev.dateline.ingest.read.feed;

import dev.dateline.common.model.RawArticleBuilder;
import dev.dateline.ingest.read.Document;
import dev.dateline.ingest.read.PlainTextReader;
import dev.dateline.ingest.read.Reading;
import dev.dateline.ingest.read.Rejection;
import dev.dateline.ingest.read.SourceName;
import dev.dateline.ingest.read.WebAddress;
import dev.dateline.ingest.read.feed.tree.Address;
import dev.dateline.ingest.read.feed.tree.Markup;
import java.net.MalformedURLException;
import java.net.URL;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Items of a feed as drafts of articles.
 *
 * <p>What describes an article is shortened or left out where it is beyond what an article may have, so that nobody's odd byline costs the
 * article. What identifies it, and its text, are never touched.
 */
final class ItemDraft {
    private static final int MAX_TITLE = 1000;
    private static final int MAX_NAME = 300;
    private static final Instant EARLIEST = Instant.parse("1600-01-01T00:00:00Z");
    private static final Pattern DOMAIN =
            Pattern.compile("[\\p{L}\\p{N}_-]{1,63}+(?:\\.[\\p{L}\\p{N}_-]{1,63}+){1,20}+");

    private final Feed feed;
    private final Document document;
    private final String reader;
    private final boolean withoutBody;

    /** {@code withoutBody} takes items that have no text, for somebody who fetches their pages. */
    ItemDraft(Feed feed, Document document, String reader, boolean withoutBody) {
        this.feed = feed;
        this.document = document;
        this.reader = reader;
        this.withoutBody = withoutBody;
    }

    Reading of(FeedItem item) {
        FeedText body = item.content() == null ? item.summary() : item.content();
        if (item.cutOff()) {
            return new Reading.Refused(Rejection.malformed("the feed ends inside this item; send it whole")
                    .problem());
        }
        if (body == null && !withoutBody) {
            return new Reading.Refused(
                    Rejection.invalid("body_html", "the item has neither a content nor a description")
                            .problem());
        }
        boolean hasLink = item.link() != null && WebAddress.isValid(item.link());
        String title = item.title() == null ? "" : item.title().plain();
        return new Reading.Article(RawArticleBuilder.builder()
                .sourceId(sourceId())
                .sourceName(feed.title() == null ? null : shortened(feed.title().plain(), MAX_NAME))
                .sourceDomain(domain())
                .providerId(providerId(item, hasLink))
                .providerVersion(item.updated() == null ? null : item.updated().toString())
                .url(hasLink ? item.link() : null)
                .reader(reader)
                .publishedAt(plausible(item.published()))
                .modifiedAt(plausible(item.updated()))
                .title(shortened(title, MAX_TITLE))
                .summary(item.content() == null || item.summary() == null ? null : summary(item))
                .authors(list(item.authors().stream().map(ItemDraft::name)))
                .language(item.language())
                .imageUrl(item.image() == null || !WebAddress.isValid(item.image()) ? null : item.image())
                .keywords(list(item.categories().stream()))
                .bodyText(body == null || body.html() ? null : body.value())
                .bodyHtml(body != null && body.html() ? body.value() : null)
                .build());
    }

    private String sourceId() {
        return Stream.of(
                        document.sourceId(),
                        SourceName.ofHost(feed.link()),
                        SourceName.ofHost(feed.self()),
                        SourceName.ofHost(document.url()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(PlainTextReader.DEFAULT_SOURCE);
    }

    private String providerId(FeedItem item, boolean hasLink) {
        if (document.providerId() != null && feed.items().size() == 1) {
            return document.providerId();
        }
        if (item.id() == null) {
            // A link that is no address still tells the item from others.
            return hasLink ? null : item.link();
        }
        // A bare number is unique in its feed only, and a host may have several.
        boolean scoped = document.sourceId() != null || Address.hasScheme(item.id());
        String feedAddress = feed.self() == null ? document.url() : feed.self();
        return scoped || feedAddress == null ? item.id() : feedAddress + "#" + item.id();
    }

    private String domain() {
        String page = Stream.of(feed.link(), feed.self(), document.url())
                .filter(Address::isWeb)
                .findFirst()
                .orElse(null);
        if (page == null) {
            return null;
        }
        try {
            String host = new URL(page).getHost().toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
            return DOMAIN.matcher(host).matches() && host.length() <= 253 ? host : null;
        } catch (MalformedURLException e) {
            return null; // no host, no domain
        }
    }

    private static String summary(FeedItem item) {
        String plain = item.summary().plain();
        return plain.isEmpty() ? null : plain;
    }

    private static String name(FeedPerson person) {
        return person.name() == null ? person.email() : person.name();
    }

    private static List<String> list(Stream<String> texts) {
        List<String> kept = texts.filter(Objects::nonNull)
                .map(Markup::line)
                .map(text -> shortened(text, MAX_NAME))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return kept.isEmpty() ? null : kept;
    }

    private static Instant plausible(Instant time) {
        return time == null || time.isBefore(EARLIEST) ? null : time;
    }

    /** Null when there is nothing. */
    private static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text.isEmpty() ? null : text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "\u2026";
    }
}
