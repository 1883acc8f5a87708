package dev.dateline.ingest.poll.read;

import dev.dateline.ingest.read.Reading;
import java.time.Duration;
import java.util.List;

/**
 * A document of a source, read.
 *
 * @param format what it turned out to be, for people, for example {@code RSS 2.0}
 * @param title of the feed; null when it has none
 * @param readings its items as drafts without a source, in the document's order
 * @param hub where to subscribe to it (WebSub); null when it announces none
 * @param self its own address, as it names itself; null when it does not
 * @param interval how often it says it changes (ttl, updatePeriod); null when it does not
 * @param more addresses of further documents that belong to it, the most recent first: the sitemaps of an index
 */
public record Items(
        String format,
        String title,
        List<Reading> readings,
        String hub,
        String self,
        Duration interval,
        List<String> more) {}
