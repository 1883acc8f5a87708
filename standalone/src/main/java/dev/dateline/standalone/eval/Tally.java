package dev.dateline.standalone.eval;

/** Counts how many of things are right. */
final class Tally {
    private long right;
    private long all;

    void add(boolean isRight) {
        right += isRight ? 1 : 0;
        all++;
    }

    double share() {
        return Scores.share(right, all);
    }
}
