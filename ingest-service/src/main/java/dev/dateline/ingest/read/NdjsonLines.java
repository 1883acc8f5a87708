package dev.dateline.ingest.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** The lines of a stream of JSON objects, one at a time, so that a batch is never in memory as a whole. Blank lines are skipped. */
public final class NdjsonLines {
    private static final int CHUNK = 64 << 10;

    private final InputStream in;
    private final int maxLineBytes;
    private final byte[] chunk = new byte[CHUNK];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int from;
    private int to;
    private int number;

    /**
     * One line that is not blank.
     *
     * @param number counted from 1, blank lines included
     * @param bytes null when the line is longer than allowed
     */
    @SuppressWarnings("ArrayRecordComponent") // lines are never compared
    public record Line(int number, byte[] bytes) {}

    public NdjsonLines(InputStream in, int maxLineBytes) {
        this.in = in;
        this.maxLineBytes = maxLineBytes;
    }

    /** The next line, or null at the end of the stream. */
    public Line next() throws IOException {
        while (from < to || fill()) {
            boolean tooLong = readLine();
            number++;
            if (tooLong) {
                return new Line(number, null);
            }
            byte[] bytes = line.toByteArray();
            if (!isBlank(bytes)) {
                return new Line(number, bytes);
            }
        }
        return null;
    }

    /** Reads up to the next line feed or the end; what is too long is passed over without being kept. */
    private boolean readLine() throws IOException {
        line.reset();
        boolean tooLong = false;
        while (from < to || fill()) {
            int end = from;
            while (end < to && chunk[end] != '\n') {
                end++;
            }
            tooLong |= line.size() + (end - from) > maxLineBytes;
            if (!tooLong) {
                line.write(chunk, from, end - from);
            }
            boolean complete = end < to;
            from = complete ? end + 1 : end;
            if (complete) {
                break;
            }
        }
        return tooLong;
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, in.read(chunk));
        return to > 0;
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
