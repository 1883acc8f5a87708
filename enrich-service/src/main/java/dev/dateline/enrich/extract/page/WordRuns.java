package dev.dateline.enrich.extract.page;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The runs of three successive words of a text, for telling how far two texts are the same; case and punctuation are no difference.
 *
 * @param hashes one per different run
 * @param words how many words the text has
 */
record WordRuns(Set<Long> hashes, int words) {
    private static final long PRIME = 0x100000001B3L;
    private static final int MOST_WORDS = 40_000;

    static WordRuns of(String text) {
        Set<Long> hashes = new HashSet<>();
        String folded = text.toLowerCase(Locale.ROOT);
        long before = 0;
        long last = 0;
        long word = 0;
        int words = 0;
        for (int i = 0; i <= folded.length() && words < MOST_WORDS; i++) {
            char c = i < folded.length() ? folded.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c)) {
                word = (word + c + 1) * PRIME;
            } else if (word != 0) {
                words++;
                if (words >= 3) {
                    hashes.add((before * 31 + last) * 31 + word);
                }
                before = last;
                last = word;
                word = 0;
            }
        }
        return new WordRuns(hashes, words);
    }

    /** The part of these runs that another text has, 0 to 1; 1 when there are none. */
    double in(WordRuns other) {
        if (hashes.isEmpty()) {
            return 1;
        }
        return (double) hashes.stream().filter(other.hashes::contains).count() / hashes.size();
    }

    /** The harmonic mean of how much of each is in the other. */
    double agreement(WordRuns other) {
        double there = in(other);
        double back = other.in(this);
        return there + back == 0 ? 0 : 2 * there * back / (there + back);
    }
}
