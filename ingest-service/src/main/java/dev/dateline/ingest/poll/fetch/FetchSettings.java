package dev.dateline.ingest.poll.fetch;

import java.time.Duration;

/**
 * How documents are fetched.
 *
 * @param userAgent who asks, and how to reach a person
 * @param allowed networks that are asked although they are not public
 * @param maxBytes of one document, after decompression
 * @param within for one document, from the first look-up to the last byte, redirects included
 */
public record FetchSettings(String userAgent, Networks allowed, int maxBytes, Duration within) {}
