package dev.dateline.common.outcome;

/**
 * Why a record was refused.
 *
 * @param reason a stable code to count and alert on
 * @param message what is wrong with this record and how to mend it; holds no article text
 */
public record Failure(Reason reason, String message) {}
