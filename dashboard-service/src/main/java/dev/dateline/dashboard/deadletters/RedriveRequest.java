package dev.dateline.dashboard.deadletters;

/**
 * What somebody wants to be redriven.
 *
 * @param dryRun only says what would be done
 * @param ratePerSecond at most so many letters each second, 1 to 1000; absent for 10
 */
public record RedriveRequest(Selection selection, boolean dryRun, Integer ratePerSecond) {
    private static final int MOST_PER_SECOND = 1000;
    private static final int USUAL = 10;

    /** Throws {@link IllegalArgumentException} when it can't be done. */
    public RedriveRequest {
        if (selection == null) {
            throw new IllegalArgumentException("selection is missing: it says which letters");
        }
        if (ratePerSecond != null && (ratePerSecond < 1 || ratePerSecond > MOST_PER_SECOND)) {
            throw new IllegalArgumentException("rate_per_second is a whole number from 1 to " + MOST_PER_SECOND);
        }
        ratePerSecond = ratePerSecond == null ? Integer.valueOf(USUAL) : ratePerSecond;
    }
}
