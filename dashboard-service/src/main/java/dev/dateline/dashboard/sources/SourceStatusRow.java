package dev.dateline.dashboard.sources;

import java.time.Instant;

/**
 * How one source does. Fields that are not known are absent: a producer that sends to ingest is not polled, a feed that was declared just
 * now has no books.
 *
 * @param polled whether it is declared as a feed or sitemap
 * @param status how the last poll went, in lower case
 * @param detail what the last poll says of it
 * @param lastSuccessAt of polling
 * @param lastItemAt when its books last changed
 * @param failures polls in a row that failed
 * @param perHour records in the last sixty minutes, as ingest accepted or the ledger booked them, whichever is more
 * @param baselinePerHour median of the full hours before; a dashboard that starts reads a day of them back
 * @param baselineHours how many these are, at most a week; 0 while there is no baseline
 * @param silent nothing has come for longer than it usually takes, as the verdict has it; never while paused
 * @param duplicateShare copies among its settled records, 0 to 1
 * @param deadLetterShare refused ones, 0 to 1
 * @param publishDelaySeconds median of the last events' time from publication to receipt
 */
public record SourceStatusRow(
        String sourceId,
        String name,
        boolean polled,
        Boolean paused,
        String status,
        String detail,
        Integer httpStatus,
        Instant lastSuccessAt,
        Instant nextPollAt,
        Instant lastItemAt,
        Integer failures,
        long raw,
        long perHour,
        Double baselinePerHour,
        int baselineHours,
        boolean silent,
        Double duplicateShare,
        Double deadLetterShare,
        Long publishDelaySeconds) {}
