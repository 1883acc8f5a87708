package dev.dateline.enrich.identify;

/** Where a record of the raw topic is. */
public record RawPlace(int partition, long offset) {}
