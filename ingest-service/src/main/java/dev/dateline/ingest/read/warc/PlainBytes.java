package dev.dateline.ingest.read.warc;

import java.io.IOException;

/** The bytes of an archive that is not packed. */
final class PlainBytes implements ArchiveBytes {
    private final RawBytes raw;

    PlainBytes(RawBytes raw) {
        this.raw = raw;
    }

    @Override
    public int read(byte[] into) throws IOException {
        if (!raw.ensure(1)) {
            return -1;
        }
        int count = Math.min(into.length, raw.available());
        System.arraycopy(raw.array(), raw.index(), into, 0, count);
        raw.skip(count);
        return count;
    }

    @Override
    public boolean isPacked() {
        return false;
    }

    @Override
    public Position position(int back) {
        return new Position(raw.offset() - back, 0);
    }

    @Override
    public void close() {}
}
