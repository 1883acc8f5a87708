package dev.dateline.enrich.tag.spans;

import dev.dateline.common.model.EntityType;

/**
 * A name in a row of tokens.
 *
 * @param first index of its first token
 * @param last index of its last token, itself included
 * @param confidence 0 to 1: that it is a name, of this extent and type
 */
public record Span(int first, int last, EntityType type, double confidence) {
    /** How many tokens it has. */
    public int size() {
        return last - first + 1;
    }
}
