package dev.dateline.ingest.read.feed;

/** Who wrote something; each part may be null, but not all. */
public record FeedPerson(String name, String email, String uri) {}
