/** Feeds as documents: RSS, RDF, Atom, CDF and JSON Feed become one {@link dev.dateline.ingest.read.feed.Feed}, and its items articles. Pure: fetching, and what HTTP headers say, is the poller's. */
package dev.dateline.ingest.read.feed;
