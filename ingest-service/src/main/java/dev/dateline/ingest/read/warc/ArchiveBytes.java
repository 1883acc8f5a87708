package dev.dateline.ingest.read.warc;

import java.io.IOException;

/** The bytes of an archive, unpacked when it is packed. */
interface ArchiveBytes extends AutoCloseable {

    /**
     * The next bytes, of one gzip member at most.
     *
     * @return their number, or -1 at the end
     * @throws DamagedMemberException when a member ends early; the next call goes on with the next member
     */
    int read(byte[] into) throws IOException;

    /** Whether the archive consists of gzip members. */
    boolean isPacked();

    /** Where a byte of the last {@link #read} is, counted back from its end. */
    Position position(int back);

    /** Frees what unpacking holds; the stream stays open. */
    @Override
    void close();

    /** The bytes of an archive that is packed or not, as its first bytes tell. */
    static ArchiveBytes of(RawBytes raw) throws IOException {
        return GzipMembers.begins(raw) ? new GzipMembers(raw) : new PlainBytes(raw);
    }
}
