package dev.dateline.enrich.extract;

/**
 * Why a line of the text was read as it was.
 *
 * @param line number of the line in the text as received, from 1; empty lines have no evidence
 * @param role what the line was taken for, in lower case: {@code title}, {@code body}, {@code prompt}, ...
 * @param why the cue that decided, for people to read; quotes only phrases of our lists, never the line
 */
public record Evidence(int line, String role, String why) {}
