package dev.dateline.ingest.read.feed;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;

/**
 * One item of a feed. What it does not say is null, or an empty list.
 *
 * @param id its {@code guid} or {@code id}, unique in its feed only
 * @param link the page that it is about; a {@code guid} that is a permalink stands in for a missing one
 * @param authors the feed's own when the item of an Atom or JSON feed names none
 * @param published when it appeared
 * @param updated when it was last changed
 * @param summary its description or abstract
 * @param content its whole text, when the feed gives that apart from the summary
 * @param categories as people read them, in order, each once
 * @param image the address of a picture of it
 * @param language a BCP 47 tag, its own or inherited
 * @param cutOff whether the document ends inside it, so that there may have been more
 */
@RecordBuilder
public record FeedItem(
        String id,
        String link,
        FeedText title,
        List<FeedPerson> authors,
        Instant published,
        Instant updated,
        FeedText summary,
        FeedText content,
        List<String> categories,
        String image,
        List<Enclosure> enclosures,
        String language,
        boolean cutOff) {

    public FeedItem {
        authors = authors == null ? List.of() : List.copyOf(authors);
        categories = categories == null ? List.of() : List.copyOf(categories);
        enclosures = enclosures == null ? List.of() : List.copyOf(enclosures);
    }
}
