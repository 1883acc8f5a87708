package dev.dateline.ingest.poll.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What one poll has found, as far as the next one depends on it. */
public sealed interface PollOutcome {

    /**
     * The document was there and could be read.
     *
     * @param movedTo where permanent redirects led, or null
     * @param freshFor how long the server says it stays the same, or null
     * @param firstInterval what the document says of its own rhythm, or null
     * @param published times of its items
     * @param complete whether each new item was published; if not, the document is asked for again in full
     * @param seen digests of known items after this poll
     */
    @SuppressWarnings("ArrayRecordComponent") // outcomes are never compared
    record Delivered(
            int httpStatus,
            String etag,
            String lastModified,
            String movedTo,
            Duration freshFor,
            Duration firstInterval,
            List<Instant> published,
            int items,
            int newItems,
            boolean complete,
            String detail,
            byte[] seen)
            implements PollOutcome {}

    /** 304: the document is what it was. */
    record NotModified(int httpStatus, String movedTo, Duration freshFor) implements PollOutcome {}

    /**
     * There is no document, or none that can be read.
     *
     * @param httpStatus null when no server answered
     * @param retryAfter when the server wants to be asked again, or null
     */
    record Failed(Integer httpStatus, String detail, Duration retryAfter) implements PollOutcome {}

    /** The server says that there never will be a document again (410). */
    record Gone(int httpStatus) implements PollOutcome {}

    /**
     * Not a poll: a hub delivered these items.
     *
     * @param newItems how many were published
     * @param added digests of items that are known from now on
     */
    @SuppressWarnings("ArrayRecordComponent") // outcomes are never compared
    record Pushed(int newItems, byte[] added) implements PollOutcome {}

    /** Stopped on the way, because the source is no longer ours: nothing is known. */
    record Cancelled() implements PollOutcome {}
}
