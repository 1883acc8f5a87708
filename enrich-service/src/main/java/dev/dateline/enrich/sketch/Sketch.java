package dev.dateline.enrich.sketch;

/**
 * All that is compared of a text.
 *
 * @param shingles how many distinct shingles the text has, at least 1; of more than 32,767 an estimate within some one percent
 * @param signature one byte for each component of the MinHash signature: its lowest 8 bits (b-bit minwise hashing, Li and König 2010)
 * @param bands the key of each band, and some of the text's beginning; texts that share one are compared
 * @param numbers hashes of the text's distinct numbers, ascending as unsigned, the smallest {@value #MAX_NUMBERS}
 */
@SuppressWarnings("ArrayRecordComponent") // primitive arrays for their size; never compared by equals, never changed
public record Sketch(int shingles, byte[] signature, int[] bands, int[] numbers) {
    /** Numbers of a text beyond these are not compared. */
    public static final int MAX_NUMBERS = 32;
}
