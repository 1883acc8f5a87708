package dev.dateline.ingest.read.feed;

import dev.dateline.ingest.read.feed.tree.Markup;

/**
 * A text of a feed, which is HTML or is not.
 *
 * @param value as the feed gives it, links resolved, without blanks around it
 * @param html whether tags and character references in it mean something
 */
public record FeedText(String value, boolean html) {

    static FeedText plainText(String value) {
        return new FeedText(value.strip(), false);
    }

    static FeedText html(String value) {
        return new FeedText(value.strip(), true);
    }

    /** What it reads as, in one line. */
    public String plain() {
        return html ? Markup.plain(value) : Markup.line(value);
    }

    boolean isBlank() {
        return value.isBlank();
    }
}
