package dev.dateline.dashboard.deadletters;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How far a redrive is.
 *
 * @param state {@code running}, {@code done}, {@code stopped} by somebody, or {@code failed}
 * @param detail the same in words
 * @param actor id of the key that started it
 * @param total letters selected
 * @param scanned of these, those looked at
 * @param redriven of these, those written, or with {@code dry_run} those that would be
 * @param skipped the others, by the reason why
 * @param report what became of single letters, the first of them
 */
public record JobStatus(
        String id,
        String state,
        String detail,
        boolean dryRun,
        String actor,
        Selection selection,
        int ratePerSecond,
        Instant startedAt,
        Instant endedAt,
        int total,
        int scanned,
        int redriven,
        Map<String, Integer> skipped,
        List<Line> report) {

    /**
     * What became of one letter.
     *
     * @param result {@code redriven}, {@code would-redrive}, or why it was left alone
     * @param writtenTo the new record; absent when there is none
     */
    public record Line(int partition, long offset, String result, String writtenTo) {}
}
