package dev.dateline.standalone.compare;

/**
 * A run of words that another text has, too, or has not.
 *
 * @param words how many
 */
public record Passage(boolean common, int words, String text) {}
