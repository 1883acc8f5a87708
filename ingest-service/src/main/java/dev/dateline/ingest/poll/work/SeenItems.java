package dev.dateline.ingest.poll.work;

import dev.dateline.common.model.RawArticle;
import dev.dateline.common.wire.Digest;
import dev.dateline.common.wire.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Digests of the items that a source is known to have delivered: identity and content, so that a changed item is new again. Two of 2,000
 * items share one of 60 bits once in 10^11 sources.
 */
final class SeenItems {
    /** Of one document; those beyond are not looked at. */
    static final int MOST = 2000;
    /** Kept beyond the current document, for items that come back. */
    private static final int FORMER = 500;
    /** Of base 32. */
    private static final int DIGITS = 12;

    private final Set<Long> digests = new LinkedHashSet<>();
    private final Set<Long> added = new LinkedHashSet<>();

    /** What a state remembers; null remembers nothing. */
    SeenItems(byte[] remembered) {
        if (remembered != null) {
            ByteBuffer bytes = ByteBuffer.wrap(remembered);
            while (bytes.remaining() >= Long.BYTES) {
                digests.add(bytes.getLong());
            }
        }
    }

    static long digest(RawArticle draft) {
        // The draft's JSON: every field that the document gave, and nothing that depends on when it was fetched.
        String digest = Digest.of(new String(Json.bytes(draft), StandardCharsets.UTF_8));
        return Long.parseLong(digest.substring(digest.length() - DIGITS), 32);
    }

    boolean contains(long digest) {
        return digests.contains(digest);
    }

    /** Remembers, as the latest. */
    void add(long digest) {
        if (!digests.remove(digest)) {
            added.add(digest);
        }
        digests.add(digest);
    }

    /** What was not known before. */
    byte[] added() {
        ByteBuffer bytes = ByteBuffer.allocate(added.size() * Long.BYTES);
        added.forEach(bytes::putLong);
        return bytes.array();
    }

    /** To be remembered; the oldest are dropped. */
    byte[] bytes(int current) {
        int kept = Math.min(digests.size(), Math.max(FORMER, Math.min(current, MOST)));
        ByteBuffer bytes = ByteBuffer.allocate(kept * Long.BYTES);
        digests.stream().skip(digests.size() - (long) kept).forEach(bytes::putLong);
        return bytes.array();
    }
}
