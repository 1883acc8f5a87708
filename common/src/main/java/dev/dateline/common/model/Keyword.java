package dev.dateline.common.model;

/**
 * A term that stands out in an article.
 *
 * @param term as the article writes it most; in lower case unless it is a name
 * @param weight relative to the article's strongest term, 0 to 1
 * @param count how often it stands there, in any of its forms, title and body together
 * @param field {@code title} where it stands in the title only, or absent for the body
 * @param start UTF-16 index of the first unit of the first place where it stands
 * @param end UTF-16 index after its last unit
 */
public record Keyword(String term, double weight, int count, String field, int start, int end) {}
