package dev.dateline.dashboard.deadletters;

import java.time.Instant;

/**
 * Dead letters of the same reason, step and source.
 *
 * @param count since the dashboard began to read, redriven ones and those that have expired included
 * @param redriven how many of them were redriven
 * @param first time of receipt of the earliest
 * @param sample where the latest lies, {@code partition@offset}
 */
public record LetterGroup(
        String id,
        String reason,
        String step,
        String sourceId,
        long count,
        long redriven,
        Instant first,
        Instant last,
        String sample,
        String sampleMessage) {

    static LetterGroup of(LetterRow row) {
        return new LetterGroup(
                row.group(),
                row.reason(),
                row.step(),
                row.sourceId(),
                1,
                0,
                row.at(),
                row.at(),
                row.position().toString(),
                row.message());
    }

    LetterGroup with(LetterRow row) {
        boolean later = !row.at().isBefore(last);
        return new LetterGroup(
                id,
                reason,
                step,
                sourceId,
                count + 1,
                redriven,
                row.at().isBefore(first) ? row.at() : first,
                later ? row.at() : last,
                later ? row.position().toString() : sample,
                later ? row.message() : sampleMessage);
    }

    LetterGroup redriven(long change) {
        return new LetterGroup(
                id, reason, step, sourceId, count, redriven + change, first, last, sample, sampleMessage);
    }
}
