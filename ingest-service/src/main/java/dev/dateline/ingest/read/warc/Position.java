package dev.dateline.ingest.read.warc;

/**
 * A place in an archive from which reading can begin.
 *
 * @param raw offset in the archive as it lies on the disk: of a gzip member's first byte, or of the byte itself when it is not packed
 * @param within offset in what the member unpacks to; 0 when it is not packed, or has one member per record as it should
 */
public record Position(long raw, long within) {
    public static final Position START = new Position(0, 0);
}
