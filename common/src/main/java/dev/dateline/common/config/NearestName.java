package dev.dateline.common.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** "Did you mean": the known name that a mistyped one is closest to. */
public final class NearestName {
    private static final int MAX_TYPO_DISTANCE = 3;
    /** Far above any real name; the distance takes the product of two lengths, and strangers choose one of them. */
    private static final int MAX_LENGTH = 100;

    private NearestName() {}

    /** The known name within three edits of a wrong one, the first in order when several are as close; empty when none is. */
    public static Optional<String> of(String wrong, Collection<String> known) {
        if (wrong.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        return known.stream()
                .min(Comparator.comparingInt((String candidate) -> distance(wrong, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(nearest -> distance(wrong, nearest) <= MAX_TYPO_DISTANCE);
    }

    /** Levenshtein distance (Wagner and Fischer 1974). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replace, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
