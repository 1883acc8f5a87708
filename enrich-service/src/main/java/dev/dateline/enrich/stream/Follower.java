package dev.dateline.enrich.stream;

/** An article that wants to be told what another one is. */
record Follower(String articleId, int ownerPartition) {}
