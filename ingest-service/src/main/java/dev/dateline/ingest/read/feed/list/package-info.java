/** Documents that list addresses instead of articles: sitemaps and OPML. Pure: who follows the addresses is the poller's affair. */
package dev.dateline.ingest.read.feed.list;
