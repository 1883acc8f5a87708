package dev.dateline.ingest.http;

import com.github.luben.zstd.ZstdInputStream;
import dev.dateline.common.http.BodyFailure;
import dev.dateline.common.http.Problem;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.http.ProblemType;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * The body of a request, decompressed, up to a limit that counts what comes out: a small body that expands to gigabytes ends at the
 * limit like any other. Every error is a problem for the client.
 */
final class RequestBody extends InputStream {
    /** A window of 8 MB, the most a client may use for content-coding zstd (RFC 9659 section 3). */
    private static final int MAX_ZSTD_WINDOW_LOG = 23;
    /** A refused client that still sends would get a reset and never see why: this much more is taken and thrown away. */
    private static final long DISCARD_AT_MOST = 16L << 20;

    private static final int CHUNK = 64 << 10;

    private final InputStream wire;
    private final InputStream expanded;
    private final String coding;
    private final long limit;
    private final String setting;
    private long count;

    private RequestBody(InputStream wire, String coding, long limit, String setting) throws IOException {
        this.wire = wire;
        this.coding = coding;
        this.limit = limit;
        this.setting = setting;
        this.expanded = expand(wire, coding);
    }

    /**
     * Opens the body.
     *
     * @param limit in bytes
     * @param setting the name of the setting that raises the limit
     */
    static RequestBody open(Context context, long limit, String setting) {
        String header = context.header(Header.CONTENT_ENCODING);
        String coding = header == null ? "identity" : header.strip().toLowerCase(Locale.ROOT);
        if (coding.equals("identity") && context.req().getContentLengthLong() > limit) {
            throw tooLarge(limit, setting);
        }
        Wire wire = new Wire(context.bodyInputStream());
        try {
            return new RequestBody(wire, coding, limit, setting);
        } catch (IOException e) {
            discard(wire);
            throw notOfCoding(coding);
        }
    }

    private static InputStream expand(InputStream wire, String coding) throws IOException {
        return switch (coding) {
            case "identity" -> wire;
            case "gzip", "x-gzip" -> new GZIPInputStream(wire, CHUNK);
            case "zstd" -> new ZstdInputStream(wire).setLongMax(MAX_ZSTD_WINDOW_LOG);
            default ->
                throw new ProblemException(Problem.of(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE, "Content-Encoding must be gzip, zstd or absent"));
        };
    }

    /** The whole body; at most the limit is ever held. */
    @Override
    public byte[] readAllBytes() {
        try {
            return super.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("read() throws problems only", e);
        }
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        int read;
        try {
            read = expanded.read(into, offset, length);
        } catch (IOException e) {
            // Not the wire's error, which is a problem already: the bytes are not what Content-Encoding says.
            throw notOfCoding(coding);
        }
        count += Math.max(0, read);
        if (count > limit) {
            throw tooLarge(limit, setting);
        }
        return read;
    }

    /** Frees what decompression holds, and takes a bounded rest off the wire. */
    @Override
    public void close() throws IOException {
        expanded.close();
        discard(wire);
    }

    /** Takes the body of a request that is refused unread, unless its client waits for leave to send it. */
    static void discard(Context context) {
        if (context.header(Header.EXPECT) == null) {
            discard(new Wire(context.bodyInputStream()));
        }
    }

    private static void discard(InputStream wire) {
        byte[] chunk = new byte[CHUNK];
        try {
            long discarded = 0;
            int read = 0;
            while (read >= 0 && discarded < DISCARD_AT_MOST) {
                read = wire.read(chunk, 0, chunk.length);
                discarded += read;
            }
        } catch (IOException | ProblemException e) {
            // The client is gone, so there is nobody to answer.
            return;
        }
    }

    private static ProblemException tooLarge(long limit, String setting) {
        return new ProblemException(Problem.of(
                ProblemType.TOO_LARGE,
                "more than " + limit + " bytes (" + BodyLimits.path(setting) + ", counted after decompression)"));
    }

    private static ProblemException notOfCoding(String coding) {
        return new ProblemException(
                Problem.of(ProblemType.MALFORMED_BODY, "the body is not " + coding + ", or is cut off"));
    }

    /** What comes from the client, with its failures told apart from those of decompression. */
    private static final class Wire extends InputStream {
        private final InputStream in;

        Wire(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            try {
                return in.read(into, offset, length);
            } catch (IOException e) {
                throw new ProblemException(BodyFailure.problem(e));
            }
        }
    }
}
