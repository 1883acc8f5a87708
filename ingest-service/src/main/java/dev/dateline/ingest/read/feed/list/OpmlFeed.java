package dev.dateline.ingest.read.feed.list;

/**
 * A subscription of an OPML document.
 *
 * @param title null when it has none
 * @param xmlUrl the feed's address
 * @param htmlUrl the page that it belongs to; null when it does not say
 * @param category the folder that it is in, with those around it as {@code outer/inner}; null at the top
 */
public record OpmlFeed(String title, String xmlUrl, String htmlUrl, String category) {}
