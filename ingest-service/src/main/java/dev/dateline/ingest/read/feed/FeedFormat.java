package dev.dateline.ingest.read.feed;

/** The families of feeds. */
public enum FeedFormat {
    /** RSS 0.9x, 1.0 (RDF) and 2.0, and CDF. */
    RSS,
    /** Atom 0.3 and 1.0. */
    ATOM,
    /** JSON Feed 1.0 and 1.1. */
    JSON_FEED
}
