package dev.dateline.common.model;

/**
 * A term that stands out in an article.
 *
 * @param weight relative to the article's strongest term, 0 to 1
 */
public record Keyword(String term, double weight) {}
