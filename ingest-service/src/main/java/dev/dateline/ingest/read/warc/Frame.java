package dev.dateline.ingest.read.warc;

/**
 * One record of an archive, as it was found.
 *
 * @param number counted from 1
 * @param start where reading can begin to find it again
 * @param bytes its head and, when it is something that was fetched, its body; without the two line breaks behind it
 * @param cut whether the body is longer than may be kept, so that {@code bytes} holds its beginning only
 * @param damage why it can't be read; null when it can
 */
@SuppressWarnings("ArrayRecordComponent") // frames are never compared
public record Frame(long number, Position start, byte[] bytes, boolean cut, String damage) {
    private static final byte[] NOTHING = {};

    static Frame damaged(long number, Position start, String why) {
        return new Frame(number, start, NOTHING, false, why);
    }

    public boolean isDamaged() {
        return damage != null;
    }
}
