package dev.dateline.dashboard.series;

/**
 * How much a source sends.
 *
 * @param perHour records in the last sixty minutes, as ingest accepted or the ledger booked them, whichever is more
 * @param baselinePerHour median of the full hours before the one that runs; null while there is none
 * @param baselineHours how many these are, at most a week
 */
public record SourcePace(long perHour, Double baselinePerHour, int baselineHours) {
    /** Of a source that sent nothing. */
    static final SourcePace NONE = new SourcePace(0, null, 0);
}
