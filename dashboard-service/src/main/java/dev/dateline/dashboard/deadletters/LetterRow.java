package dev.dateline.dashboard.deadletters;

import dev.dateline.common.model.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A dead letter as it is listed, without its original bytes.
 *
 * @param group the id of its group: the same reason, step and source
 * @param at time of receipt of the record that failed
 * @param attempts how often it has been tried
 * @param bytes length of the original value; 0 when there is none to be redriven
 */
public record LetterRow(
        int partition,
        long offset,
        String group,
        Instant at,
        String reason,
        String step,
        String sourceId,
        String articleId,
        String message,
        int attempts,
        String originTopic,
        int originPartition,
        long originOffset,
        int bytes) {
    private static final int NAME = 120;
    private static final int MESSAGE = 300;

    static LetterRow of(LetterPosition position, Instant at, DeadLetter letter) {
        String reason = cut(Objects.requireNonNullElse(letter.reason(), "?"), NAME);
        String step = cut(Objects.requireNonNullElse(letter.step(), "?"), NAME);
        String source = cut(Objects.requireNonNullElse(letter.sourceId(), "?"), NAME);
        return new LetterRow(
                position.partition(),
                position.offset(),
                group(reason, step, source),
                at,
                reason,
                step,
                source,
                cut(letter.articleId(), NAME),
                cut(letter.message(), MESSAGE),
                letter.attempts(),
                cut(letter.originTopic(), NAME),
                letter.originPartition(),
                letter.originOffset(),
                letter.originalValue() == null ? 0 : letter.originalValue().length);
    }

    LetterPosition position() {
        return new LetterPosition(partition, offset);
    }

    /** The same on every dashboard and after every start. */
    private static String group(String reason, String step, String source) {
        return UUID.nameUUIDFromBytes((reason + "\n" + step + "\n" + source).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static String cut(String text, int most) {
        if (text == null || text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "…";
    }
}
