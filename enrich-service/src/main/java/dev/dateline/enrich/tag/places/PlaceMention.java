package dev.dateline.enrich.tag.places;

import dev.dateline.enrich.tag.text.Tokens;

/**
 * Words of an article that are thought to name a place.
 *
 * @param title whether they stand in the title, otherwise in the body
 * @param first index of the first token
 * @param last index of the last token, itself included
 */
public record PlaceMention(boolean title, int first, int last) {
    /**
     * The tokens of a stretch of text; null when there is none in it.
     *
     * @param start UTF-16 offset
     * @param end UTF-16 offset, exclusive
     */
    public static PlaceMention at(Tokens tokens, boolean title, int start, int end) {
        int first = firstEndingAfter(tokens, start);
        int last = firstEndingAfter(tokens, end - 1);
        if (last == tokens.size() || tokens.start(last) >= end) {
            last--;
        }
        return last < first ? null : new PlaceMention(title, first, last);
    }

    /** Binary search; the number of tokens when there is none. */
    private static int firstEndingAfter(Tokens tokens, int offset) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.end(middle) > offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
