package dev.dateline.ingest.poll.fetch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** A body, unpacked, up to a limit that counts what comes out: a small body that expands to gigabytes ends at it like any other. */
final class BoundedBody {
    private static final int CHUNK = 16 << 10;

    private BoundedBody() {}

    /** The body is longer than it may be. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException(int limit) {
            super("is longer than " + limit + " bytes");
        }
    }

    /** The body is not packed as it says. */
    static final class BrokenException extends IOException {
        private static final long serialVersionUID = 1L;

        BrokenException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Reads at most {@code limit} bytes; {@code coding} is the Content-Encoding, or null. */
    static byte[] read(InputStream wire, String coding, int limit) throws IOException {
        String name = coding == null ? "identity" : coding.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "", "identity" -> unwrapped(all(wire, limit), limit);
            case "gzip", "x-gzip" -> unpacked(wire, limit);
            default -> throw new BrokenException("is packed in a way that was not asked for", null);
        };
    }

    /** Files that are packed themselves, as sitemaps often are. */
    private static byte[] unwrapped(byte[] bytes, int limit) throws IOException {
        boolean gzip = bytes.length > 2 && bytes[0] == 0x1F && bytes[1] == (byte) 0x8B;
        return gzip ? unpacked(new ByteArrayInputStream(bytes), limit) : bytes;
    }

    private static byte[] unpacked(InputStream wire, int limit) throws IOException {
        Wire counted = new Wire(wire);
        try {
            return all(new GZIPInputStream(counted, CHUNK), limit);
        } catch (TooLargeException e) {
            throw e;
        } catch (IOException e) {
            throw counted.failed ? e : new BrokenException("is not gzip, although it says so, or is cut off", e);
        }
    }

    private static byte[] all(InputStream in, int limit) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            if (bytes.size() + read > limit) {
                throw new TooLargeException(limit);
            }
            bytes.write(chunk, 0, read);
        }
        return bytes.toByteArray();
    }

    /** Tells failures of the connection from those of the packing. */
    private static final class Wire extends FilterInputStream {
        private boolean failed;

        Wire(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                return super.read(into, offset, length);
            } catch (IOException e) {
                failed = true;
                throw e;
            }
        }
    }
}
