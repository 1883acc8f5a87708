package dev.dateline.dashboard.view;

import dev.dateline.common.model.DeadLetter;
import java.time.Instant;

/**
 * A dead letter as the page lists it: without its original bytes.
 *
 * @param originTopic with partition and offset: the record that failed
 * @param record where the dead letter itself lies
 */
public record DeadLetterSummary(
        String articleId,
        String sourceId,
        String step,
        String reason,
        String message,
        int attempts,
        Instant receivedAt,
        String originTopic,
        int originPartition,
        long originOffset,
        RecordPosition record) {

    private static final int NAME = 120;
    private static final int LINES = 500;

    static DeadLetterSummary of(RecordPosition record, DeadLetter letter) {
        return new DeadLetterSummary(
                Excerpt.of(letter.articleId(), NAME),
                Excerpt.of(letter.sourceId(), NAME),
                Excerpt.of(letter.step(), NAME),
                Excerpt.of(letter.reason(), NAME),
                Excerpt.of(letter.message(), LINES),
                letter.attempts(),
                letter.receivedAt(),
                Excerpt.of(letter.originTopic(), NAME),
                letter.originPartition(),
                letter.originOffset(),
                record);
    }
}
