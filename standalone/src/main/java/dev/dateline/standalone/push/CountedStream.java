package dev.dateline.standalone.push;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells how much of a stream has been read. */
public final class CountedStream extends FilterInputStream {
    private final LongConsumer read;

    /** A stream whose reader's progress is told in bytes. */
    public CountedStream(InputStream in, LongConsumer read) {
        super(in);
        this.read = read;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0) {
            read.accept(1);
        }
        return b;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        if (count > 0) {
            read.accept(count);
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
