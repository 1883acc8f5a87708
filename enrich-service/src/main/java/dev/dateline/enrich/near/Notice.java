package dev.dateline.enrich.near;

/**
 * What an article's owner tells those that follow it.
 *
 * @param articleId who it is about
 * @param revision the revision that stands: whatever was near to an earlier one has to be found near again
 * @param turn counts the notices about this article: the highest holds
 * @param original whether it is an original that consumers see
 * @param verdict whose copy it is; for an original its own card; null when it is neither, because it was refused
 */
public record Notice(String articleId, int revision, int turn, boolean original, Verdict verdict) {}
