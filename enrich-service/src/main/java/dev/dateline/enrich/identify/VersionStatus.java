package dev.dateline.enrich.identify;

/** Where a revision stands. All are asked about at once, and published in order of revision. */
public enum VersionStatus {
    /** Asked whether it is a copy; no answer yet. */
    ASKED,
    /** Answered, but an earlier revision is not yet. */
    ANSWERED,
    /** Published as an event. */
    EVENT,
    /** Published as a copy. */
    COPY,
    /** Refused after the answer; a redelivery is tried again. */
    DEAD_LETTER;

    /** True once the raw record has found its end. */
    public boolean settled() {
        return this != ASKED && this != ANSWERED;
    }
}
