package dev.dateline.enrich.near;

/**
 * What an original tells of itself to those that are near to it, so that they can say what they are to it.
 *
 * @param words hash of its words in their order: equal ones are an exact copy
 * @param series hash of its source and its headline without marks such as {@code UPDATE 1-}: a re-send under a mark is a revision of it
 */
public record Card(String words, String series) {}
