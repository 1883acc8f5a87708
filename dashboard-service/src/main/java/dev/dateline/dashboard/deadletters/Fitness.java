package dev.dateline.dashboard.deadletters;

import dev.dateline.common.model.DeadLetter;

/** Whether a letter can be redriven, or why not. */
enum Fitness {
    FIT,
    /** It was redriven before; if that failed, there is a younger letter. */
    ALREADY_REDRIVEN,
    /** Tried so often that once more would not help. */
    ATTEMPTS_USED_UP,
    /** There is nothing to write: the record had no value, or it had expired. */
    NO_BYTES,
    /** It did not come from the raw topic, so that writing it there would be wrong. */
    OTHER_ORIGIN;

    /** Redrives of one record; with the first time, it is tried once more often. */
    static final int MAX_REDRIVES = 3;

    static Fitness of(DeadLetter letter, boolean redriven, String rawTopic, int rawPartitions) {
        if (redriven) {
            return ALREADY_REDRIVEN;
        }
        if (letter.attempts() > MAX_REDRIVES) {
            return ATTEMPTS_USED_UP;
        }
        if (letter.originalValue() == null || letter.originalValue().length == 0) {
            return NO_BYTES;
        }
        boolean fromRaw = rawTopic.equals(letter.originTopic())
                && letter.originPartition() >= 0
                && letter.originPartition() < rawPartitions;
        return fromRaw ? FIT : OTHER_ORIGIN;
    }
}
