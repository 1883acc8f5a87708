package dev.dateline.enrich.copies;

/**
 * Articles with the same words: who is their original now.
 *
 * @param copies members other than the original
 */
public record Group(Claim original, int copies) {}
