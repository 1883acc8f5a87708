package dev.dateline.ingest.access;

import java.time.Duration;

/**
 * One limit of a key, as it stands.
 *
 * @param name {@code rate} (requests) or {@code quota} (articles)
 * @param most how much of it a window allows
 * @param left how much of it is left
 * @param renewedIn when there will be all of it again
 */
public record Limit(String name, long most, Duration window, long left, Duration renewedIn) {}
