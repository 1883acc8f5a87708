package dev.dateline.common.model;

/**
 * One place where an entity is named.
 *
 * @param field {@code title}, or absent for the body
 * @param start UTF-16 index of the first unit
 * @param end UTF-16 index after the last unit
 * @param surface the text between the two
 * @param from why it was taken
 */
public record Mention(String field, int start, int end, String surface, MentionSource from) {}
