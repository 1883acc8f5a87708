package dev.dateline.enrich.tag.names;

import dev.dateline.common.model.MentionSource;

/**
 * One place where a name stands.
 *
 * @param title whether in the title, otherwise in the body
 * @param first index of the first token
 * @param last index of the last token, itself included
 * @param confidence 0 to 1: that it is a name; 0 for what only repeats another
 */
record Occurrence(boolean title, int first, int last, MentionSource from, double confidence) {}
