package dev.dateline.enrich.identify;

/** Where a revision stands. All are asked about at once, and published in order of revision. */
public enum VersionStatus {
    /** Asked whether it is a copy; no answer yet. */
    ASKED,
    /** Published as an event. */
    EVENT,
    /** Published as a copy. */
    COPY,
    /** Handed over: published as a revision of the article that it updates. */
    UPDATE,
    /** Refused after the answer; a redelivery is tried again. */
    DEAD_LETTER;

    /** True once the raw record has found its end. */
    public boolean settled() {
        return this != ASKED;
    }

    /** True when consumers have seen it. */
    public boolean published() {
        return this == EVENT || this == COPY || this == UPDATE;
    }
}
