package dev.dateline.ingest.read.warc;

import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks gzip members one after the other (RFC 1952). {@link java.util.zip.GZIPInputStream} would not do: it ends for good at the first
 * bad byte, and may take a slow network for the end.
 */
final class GzipMembers implements ArchiveBytes {
    private static final int MAGIC_1 = 0x1F;
    private static final int MAGIC_2 = 0x8B;
    private static final int DEFLATE = 8;
    private static final int HEADER = 10;
    private static final int TRAILER = 8;
    private static final int CHECKSUM_FLAG = 2;
    private static final int EXTRA_FLAG = 4;
    private static final int NAME_FLAG = 8;
    private static final int COMMENT_FLAG = 16;
    private static final int RESERVED_FLAGS = 0xE0;

    private final RawBytes raw;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private boolean inside;
    private long memberStart;

    GzipMembers(RawBytes raw) {
        this.raw = raw;
        this.memberStart = raw.offset();
    }

    /** Whether a member begins here. */
    static boolean begins(RawBytes raw) throws IOException {
        return raw.ensure(4)
                && raw.peek(0) == MAGIC_1
                && raw.peek(1) == MAGIC_2
                && raw.peek(2) == DEFLATE
                && (raw.peek(3) & RESERVED_FLAGS) == 0;
    }

    @Override
    public boolean isPacked() {
        return true;
    }

    @Override
    public Position position(int back) {
        return new Position(memberStart, inside ? inflater.getBytesWritten() - back : 0);
    }

    @Override
    public int read(byte[] into) throws IOException {
        while (inside || open()) {
            int count = inflate(into);
            if (count > 0) {
                checksum.update(into, 0, count);
                return count;
            }
            if (inflater.finished()) {
                inside = false;
                checkTrailer();
            } else if (inflater.needsInput() && !feed()) {
                inside = false;
                throw new DamagedMemberException("the archive ends inside a gzip member", memberStart);
            }
        }
        return -1;
    }

    private boolean open() throws IOException {
        memberStart = raw.offset();
        if (!raw.ensure(1)) {
            return false;
        }
        if (!begins(raw) || !header()) {
            throw damaged("no gzip member begins here");
        }
        inflater.reset();
        checksum.reset();
        inside = true;
        return true;
    }

    /** Takes a member's header; false when the archive ends in it. */
    private boolean header() throws IOException {
        if (!raw.ensure(HEADER)) {
            return false;
        }
        int flags = raw.peek(3);
        raw.skip(HEADER);
        boolean whole = true;
        if ((flags & EXTRA_FLAG) != 0) {
            whole = raw.ensure(2) && skip(raw.next() | raw.next() << 8);
        }
        if ((flags & NAME_FLAG) != 0) {
            whole = whole && skipText();
        }
        if ((flags & COMMENT_FLAG) != 0) {
            whole = whole && skipText();
        }
        if ((flags & CHECKSUM_FLAG) != 0) {
            whole = whole && skip(2);
        }
        return whole;
    }

    private boolean skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            if (!raw.ensure(1)) {
                return false;
            }
            raw.next();
        }
        return true;
    }

    private boolean skipText() throws IOException {
        while (raw.ensure(1)) {
            if (raw.next() == 0) {
                return true;
            }
        }
        return false;
    }

    private int inflate(byte[] into) throws IOException {
        try {
            int before = inflater.getRemaining();
            int count = inflater.inflate(into);
            raw.skip(before - inflater.getRemaining());
            return count;
        } catch (DataFormatException e) {
            throw damaged("a gzip member is damaged: " + e.getMessage());
        }
    }

    private boolean feed() throws IOException {
        if (!raw.ensure(1)) {
            return false;
        }
        inflater.setInput(raw.array(), raw.index(), raw.available());
        return true;
    }

    private void checkTrailer() throws IOException {
        if (!raw.ensure(TRAILER)) {
            throw new DamagedMemberException("the archive ends inside a gzip member", memberStart);
        }
        long expected = raw.next() | raw.next() << 8 | raw.next() << 16 | (long) raw.next() << 24;
        raw.skip(TRAILER / 2);
        if (expected != checksum.getValue()) {
            throw new DamagedMemberException("a gzip member's checksum is wrong", memberStart);
        }
    }

    /** Goes to where the next member may begin. */
    private DamagedMemberException damaged(String message) throws IOException {
        inside = false;
        // Inflating may have run into the next member before it noticed.
        if (!raw.rewind(memberStart + 1) && raw.ensure(1)) {
            raw.next();
        }
        while (raw.ensure(1) && !begins(raw)) {
            raw.next();
        }
        return new DamagedMemberException(message, memberStart);
    }

    @Override
    public void close() {
        inflater.end();
    }
}
