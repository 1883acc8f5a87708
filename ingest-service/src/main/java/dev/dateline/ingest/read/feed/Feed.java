package dev.dateline.ingest.read.feed;

import java.util.List;

/**
 * A feed, whatever its format.
 *
 * @param title null when it has none
 * @param link the page that it belongs to; null when it does not say
 * @param self its own address as it says itself; null when it does not
 * @param hubs where its changes are announced (WebSub section 4), in its order
 * @param language a BCP 47 tag; null when unknown
 * @param items in its order
 */
public record Feed(
        FeedFormat format,
        FeedText title,
        String link,
        String self,
        List<String> hubs,
        String language,
        Rhythm rhythm,
        List<FeedItem> items) {

    public Feed {
        hubs = List.copyOf(hubs);
        items = List.copyOf(items);
    }
}
