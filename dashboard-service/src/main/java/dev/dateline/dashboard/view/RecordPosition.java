package dev.dateline.dashboard.view;

import java.time.Instant;

/**
 * Where a record lies, and when.
 *
 * @param at the record's timestamp: time of receipt of the article it is about
 */
public record RecordPosition(String topic, int partition, long offset, Instant at) {}
