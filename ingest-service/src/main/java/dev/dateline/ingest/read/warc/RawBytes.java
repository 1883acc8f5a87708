package dev.dateline.ingest.read.warc;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of an archive as they come, with a view of what lies ahead and their offset. */
final class RawBytes {
    private static final int SIZE = 64 << 10;

    private final InputStream in;
    private final byte[] buffer = new byte[SIZE];
    private int from;
    private int to;
    /** Offset in the archive of the buffer's first byte. */
    private long base;

    RawBytes(InputStream in, long offset) {
        this.in = in;
        this.base = offset;
    }

    /** Offset of the next byte. */
    long offset() {
        return base + from;
    }

    byte[] array() {
        return buffer;
    }

    int index() {
        return from;
    }

    int available() {
        return to - from;
    }

    /** Takes bytes that {@link #ensure} has brought. */
    void skip(int count) {
        from += count;
    }

    /** Goes back, as far as the buffer reaches; true when it does. */
    boolean rewind(long offset) {
        if (offset < base || offset > offset()) {
            return false;
        }
        from = (int) (offset - base);
        return true;
    }

    /** The byte that lies so far ahead, 0 to 255; {@link #ensure} has brought it. */
    int peek(int ahead) {
        return buffer[from + ahead] & 0xFF;
    }

    int next() {
        return buffer[from++] & 0xFF;
    }

    /** Waits until so many bytes lie ahead; false when the archive ends before. */
    boolean ensure(int count) throws IOException {
        while (available() < count) {
            if (from > 0 && buffer.length - from < count) {
                compact();
            }
            if (available() == 0) {
                base += from;
                from = 0;
                to = 0;
            }
            int read = in.read(buffer, to, buffer.length - to);
            if (read < 0) {
                return false;
            }
            to += read;
        }
        return true;
    }

    private void compact() {
        System.arraycopy(buffer, from, buffer, 0, available());
        base += from;
        to -= from;
        from = 0;
    }
}
