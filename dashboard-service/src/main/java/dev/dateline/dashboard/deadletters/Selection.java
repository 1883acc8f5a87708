package dev.dateline.dashboard.deadletters;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which letters are meant: those to which everything applies that is said.
 *
 * @param groups ids of groups
 * @param letters positions, {@code partition@offset}
 * @param from times of receipt from then on
 * @param to times of receipt before then
 */
public record Selection(
        List<String> groups,
        List<String> letters,
        String reason,
        String step,
        String sourceId,
        Instant from,
        Instant to) {
    private static final int MAX_NAMED = 1000;

    /** Throws {@link IllegalArgumentException} when nothing is said, too much, or something that can't be. */
    public Selection {
        groups = groups == null ? null : List.copyOf(groups);
        letters = letters == null
                ? null
                : letters.stream()
                        .map(position -> LetterPosition.parse(position).toString())
                        .toList();
        if (Stream.of(groups, letters, reason, step, sourceId, from, to).allMatch(said -> said == null)) {
            throw new IllegalArgumentException(
                    "say which letters: groups, letters, reason, step, source_id, from or to");
        }
        if (Stream.of(groups, letters).anyMatch(named -> named != null && named.size() > MAX_NAMED)) {
            throw new IllegalArgumentException("at most " + MAX_NAMED + " groups or letters are named at a time");
        }
    }

    boolean takes(LetterRow row) {
        return (groups == null || groups.contains(row.group()))
                && (letters == null || letters.contains(row.position().toString()))
                && (reason == null || reason.equals(row.reason()))
                && (step == null || step.equals(row.step()))
                && (sourceId == null || sourceId.equals(row.sourceId()))
                && (from == null || !row.at().isBefore(from))
                && (to == null || row.at().isBefore(to));
    }
}
