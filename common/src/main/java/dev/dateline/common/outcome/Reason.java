package dev.dateline.common.outcome;

/** Stable codes of dead letters. Codes are added, never renamed: alerts depend on them. */
public enum Reason {
    /** The bytes are not JSON, or not JSON of the expected shape. */
    MALFORMED_RECORD,
    /** A field that identifies the article is missing. */
    MISSING_FIELD,
    /** There is no text in what was sent. */
    NO_TEXT,
    /** The time of publication can't be true. */
    IMPLAUSIBLE_TIME,
    /** The result would not fit into a Kafka record. */
    TOO_LARGE,
    /** A text had to be read again, and its raw record was gone. */
    RAW_EXPIRED,
    /** A step threw: a defect of ours. Please report it with the record. */
    STEP_CRASHED,
    /** Kafka Streams refused the record before or after our steps. */
    STREAMS_ERROR
}
