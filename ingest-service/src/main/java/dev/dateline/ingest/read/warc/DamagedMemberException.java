package dev.dateline.ingest.read.warc;

import java.io.IOException;

/** A gzip member can't be unpacked to its end; reading goes on with the next one. */
final class DamagedMemberException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long member;

    DamagedMemberException(String message, long member) {
        super(message);
        this.member = member;
    }

    /** The member's offset in the archive. */
    long member() {
        return member;
    }
}
