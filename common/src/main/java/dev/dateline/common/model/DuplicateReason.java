package dev.dateline.common.model;

/** Why an assignment was published. */
public enum DuplicateReason {
    /** The first verdict on this article. */
    NEW,
    /** An earlier original arrived later; the group now points to it. */
    REASSIGNED,
    /** The article, or its original, was revised. */
    REVISED,
    /** The original left the window. */
    EXPIRED
}
