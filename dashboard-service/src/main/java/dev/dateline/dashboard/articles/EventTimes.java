package dev.dateline.dashboard.articles;

import java.time.Instant;

/**
 * When events were received.
 *
 * @param start of the first bar; all are as long, and the last one is running
 * @param barSeconds of one bar
 * @param counts events in each bar, oldest first
 */
@SuppressWarnings("ArrayRecordComponent") // written to JSON, never compared
public record EventTimes(Instant start, int barSeconds, int[] counts) {}
