package dev.dateline.enrich.tag.places;

/**
 * Words of an article that are thought to name a place.
 *
 * @param title whether they stand in the title, otherwise in the body
 * @param first index of the first token
 * @param last index of the last token, itself included
 */
public record PlaceMention(boolean title, int first, int last) {}
