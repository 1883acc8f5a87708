package dev.dateline.dashboard.articles;

/** What is counted. */
public enum TrendKind {
    TOPICS,
    ENTITIES,
    /** Primary places. */
    PLACES
}
