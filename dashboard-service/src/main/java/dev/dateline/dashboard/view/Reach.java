package dev.dateline.dashboard.view;

import java.time.Instant;

/**
 * How far back the index of articles goes.
 *
 * @param since every article mentioned on the topics after this is in it
 */
public record Reach(int articles, Instant since) {}
