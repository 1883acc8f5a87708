package dev.dateline.enrich.near;

import java.time.Duration;

/**
 * Why two texts are copies of each other or not.
 *
 * @param jaccard estimated share of common shingles among all of both, 0 to 1
 * @param containment estimated share of the smaller text's shingles that the larger has, 0 to 1
 * @param sharedNumbers numbers that both have, as far as they are known of both
 * @param fewerNumbers numbers, as far as they are known of both, of the text that has fewer
 * @param apart time between the publications
 */
public record Comparison(
        double jaccard, double containment, int sharedNumbers, int fewerNumbers, Duration apart, Judgement judgement) {

    /** What the rule says. */
    public enum Judgement {
        /** Copies of each other. */
        COPY,
        /** Containment is below the threshold. */
        TOO_DIFFERENT,
        /** Alike, but with other numbers than an update would have: a template filled again. */
        OTHER_NUMBERS,
        /** The publications are further apart than the window. */
        TOO_FAR_APART
    }

    public boolean isCopy() {
        return judgement == Judgement.COPY;
    }
}
