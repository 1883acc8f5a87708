package dev.dateline.common.model;

/**
 * Words of an article that speak for a tag.
 *
 * @param term what was looked for, as its table has it
 * @param field {@code title}, or absent for the body
 * @param start UTF-16 index of the first unit of the first place where it stands
 * @param end UTF-16 index after its last unit
 * @param count how often it stands there, title and body together
 * @param weight what one of them adds; negative when it speaks against the tag
 */
public record Evidence(String term, String field, int start, int end, int count, double weight) {}
