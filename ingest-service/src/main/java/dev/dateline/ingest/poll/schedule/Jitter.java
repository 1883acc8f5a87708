package dev.dateline.ingest.poll.schedule;

import dev.dateline.common.wire.Digest;
import java.time.Duration;

/** A little more than asked for, always the same for one source: sources declared together drift apart, and tests know the time. */
final class Jitter {
    private static final double MOST = 0.1;

    private Jitter() {}

    static Duration added(String sourceId, Duration interval) {
        double part = (Digest.of("jitter", sourceId).hashCode() & 0xFFFF) / 65_536.0;
        return interval.plusMillis((long) (interval.toMillis() * MOST * part));
    }
}
