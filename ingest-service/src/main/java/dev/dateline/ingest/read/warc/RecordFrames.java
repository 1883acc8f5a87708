package dev.dateline.ingest.read.warc;

import dev.dateline.ingest.read.Rejection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Finds the records of an archive one after the other: plain, in one gzip member per record, or in gzip members of any other cut. What
 * is damaged is passed over up to where the next record begins. Own work instead of jwarc's {@code WarcReader}, which reads records
 * here but ends at the first that is damaged, bounds no head and trusts what is behind a record.
 */
public final class RecordFrames implements AutoCloseable {
    private static final byte[] MAGIC = "WARC/".getBytes(StandardCharsets.US_ASCII);
    private static final int MAX_HEAD = 64 << 10;
    private static final int CHUNK = 64 << 10;

    private final ArchiveBytes archive;
    private final int maxRecordBytes;
    private final long maxBytes;
    private final byte[] chunk = new byte[CHUNK];
    private final ByteArrayOutputStream record = new ByteArrayOutputStream();
    private int from;
    private int to;
    private long unpacked;
    private long number;
    private boolean magicTaken;
    private boolean atLineStart;
    private DamagedMemberException damageAhead;

    /**
     * The records from some place on.
     *
     * @param in stands at the place's raw offset; read once, not closed
     * @param recordsBefore the place
     * @param maxRecordBytes that are kept of a record
     * @param maxBytes of all that is unpacked
     */
    public RecordFrames(InputStream in, Position start, long recordsBefore, int maxRecordBytes, long maxBytes)
            throws IOException {
        this.archive = ArchiveBytes.of(new RawBytes(in, start.raw()));
        this.maxRecordBytes = maxRecordBytes;
        this.maxBytes = maxBytes;
        this.number = recordsBefore;
        pass(start.within());
    }

    /**
     * The next record, or null at the end.
     *
     * @throws IOException when the stream fails
     * @throws dev.dateline.common.http.ProblemException too-large when more is unpacked than allowed
     */
    public Frame next() throws IOException {
        Position start = archive.position(to - from);
        number++;
        try {
            if (damageAhead != null) {
                DamagedMemberException e = damageAhead;
                damageAhead = null;
                throw e;
            }
            if (!magicTaken && !passLineBreaks()) {
                return null;
            }
            start = archive.position(to - from + (magicTaken ? MAGIC.length : 0));
            return frame(start);
        } catch (DamagedMemberException e) {
            from = to;
            magicTaken = false;
            return Frame.damaged(number, start, e.getMessage());
        }
    }

    /** Only what follows proves that a record was whole: its member's checksum, or another record. */
    private void checkEnd() throws IOException {
        long member = archive.position(0).raw();
        try {
            passLineBreaks();
        } catch (DamagedMemberException e) {
            if (archive.isPacked() && e.member() == member) {
                throw e;
            }
            damageAhead = e;
        }
    }

    private Frame frame(Position start) throws IOException {
        if (!readHead()) {
            findNext();
            return Frame.damaged(number, start, "no WARC record begins here, or its head does not end");
        }
        RecordHead head = RecordHead.of(record.toByteArray());
        if (head.bodyBytes() < 0) {
            findNext();
            return Frame.damaged(number, start, "the record has no Content-Length");
        }
        if (!readBody(head)) {
            return Frame.damaged(number, start, "the record ends before its Content-Length");
        }
        boolean cut = head.isCapture() && head.bodyBytes() > maxRecordBytes;
        byte[] bytes = record.toByteArray();
        checkEnd();
        return new Frame(number, start, bytes, cut, null);
    }

    private boolean readHead() throws IOException {
        record.reset();
        if (magicTaken) {
            record.writeBytes(MAGIC);
            magicTaken = false;
        }
        int line = record.size();
        while (record.size() < MAX_HEAD && (from < to || fill())) {
            byte b = chunk[from++];
            record.write(b);
            atLineStart = b == '\n';
            if (record.size() <= MAGIC.length && b != MAGIC[record.size() - 1]) {
                return false;
            }
            if (b == '\n' && line == 0) {
                return true;
            }
            line = b == '\n' ? 0 : line + (b == '\r' ? 0 : 1);
        }
        return false;
    }

    /** Reads or passes over the body; false when it ends early. */
    private boolean readBody(RecordHead head) throws IOException {
        int headBytes = record.size();
        long left = head.bodyBytes();
        while (left > 0) {
            if (from == to && (!fill() || isAnotherRecord())) {
                return false;
            }
            int count = (int) Math.min(left, to - from);
            if (head.isCapture()) {
                record.write(chunk, from, Math.min(count, Math.max(0, maxRecordBytes - (record.size() - headBytes))));
            }
            from += count;
            left -= count;
        }
        return true;
    }

    /** A record may be spread over gzip members, but none begins with another's first bytes. */
    private boolean isAnotherRecord() {
        if (!archive.isPacked() || archive.position(to - from).within() > 0 || to - from < MAGIC.length) {
            return false;
        }
        for (int i = 0; i < MAGIC.length; i++) {
            if (chunk[from + i] != MAGIC[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean passLineBreaks() throws IOException {
        while (from < to || fill()) {
            if (chunk[from] != '\r' && chunk[from] != '\n') {
                return true;
            }
            from++;
        }
        return false;
    }

    /** Passes over what is not a record, up to behind the first bytes of one at the start of a line. */
    private void findNext() throws IOException {
        int matched = 0;
        boolean line = atLineStart;
        while (from < to || fill()) {
            boolean mayBegin =
                    line || (archive.isPacked() && archive.position(to - from).within() == 0);
            byte b = chunk[from++];
            if (matched > 0 && b == MAGIC[matched]) {
                matched++;
            } else {
                matched = mayBegin && b == MAGIC[0] ? 1 : 0;
            }
            line = b == '\n';
            if (matched == MAGIC.length) {
                magicTaken = true;
                return;
            }
        }
    }

    private void pass(long bytes) throws IOException {
        long left = bytes;
        while (left > 0 && (from < to || fill())) {
            int count = (int) Math.min(left, to - from);
            from += count;
            left -= count;
        }
    }

    private boolean fill() throws IOException {
        from = 0;
        to = 0;
        to = Math.max(0, archive.read(chunk));
        unpacked += to;
        if (unpacked > maxBytes) {
            throw Rejection.tooLong("the archive, unpacked,", maxBytes, "max-batch-bytes");
        }
        return to > 0;
    }

    @Override
    public void close() {
        archive.close();
    }
}
