package dev.dateline.standalone.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** The lines of a chunked answer without an end (RFC 9112, section 7.1), however they come in. Of a long line only the beginning. */
final class ChunkedBody {
    /** The fields that a benchmark looks at stand further to the front. */
    private static final int LINE_KEPT = 1024;

    private static final int MAX_SIZE_DIGITS = 8;

    private final byte[] line = new byte[LINE_KEPT];
    private final Consumer<String> lines;
    private int lineLength;
    private final StringBuilder size = new StringBuilder();
    /** Bytes of the chunk that are still to come; 0 while its size is read. */
    private int left;

    /**
     * A body of which nothing came yet.
     *
     * @param lines is given each line without its end
     */
    ChunkedBody(Consumer<String> lines) {
        this.lines = lines;
    }

    void take(ByteBuffer in) throws IOException {
        while (in.hasRemaining()) {
            if (left == 0) {
                size(in.get());
            } else {
                int end = in.position() + Math.min(left, in.remaining());
                left -= end - in.position();
                while (in.position() < end) {
                    content(in.get());
                }
            }
        }
    }

    /** The line end after a chunk's content stands before the next size. */
    private void size(byte next) throws IOException {
        if (next == '\n' && size.length() > 0) {
            left = Integer.parseInt(size, 0, size.length(), 16);
            size.setLength(0);
            if (left == 0) {
                throw new IOException("the server ended the stream");
            }
        } else if (Character.digit(next, 16) >= 0 && size.length() < MAX_SIZE_DIGITS) {
            size.append((char) next);
        } else if (next != '\r' && next != '\n') {
            throw new IOException("no size of a chunk");
        }
    }

    private void content(byte next) {
        if (next == '\n') {
            lines.accept(new String(line, 0, lineLength, StandardCharsets.UTF_8));
            lineLength = 0;
        } else if (lineLength < line.length) {
            line[lineLength++] = next;
        }
    }
}
