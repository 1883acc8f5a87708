package dev.dateline.dashboard.deadletters;

import java.util.List;

/**
 * Some of the letters, newest first.
 *
 * @param before cursor for the next page; absent on the last one
 */
public record LetterPage(List<Item> letters, String before) {

    /**
     * A letter and what became of it.
     *
     * @param redrivenTo the record it was written to, {@code topic-partition@offset}; absent when it was not
     */
    public record Item(LetterRow letter, String redrivenTo) {}
}
