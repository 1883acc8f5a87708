package dev.dateline.ingest.read.feed;

/** Sizes of enclosures, which feeds also give as "1.2 MB", "unknown" or nothing. */
final class Lengths {
    private static final int MAX_DIGITS = 18;

    private Lengths() {}

    /** Null when it is not a count of bytes. */
    static Long of(String text) {
        boolean digits = text != null
                && !text.isEmpty()
                && text.length() <= MAX_DIGITS
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Long.valueOf(text) : null;
    }
}
