package dev.dateline.ingest.access;

import dev.dateline.common.model.AccessKey;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The keys this instance knows. Filled by one thread, asked by many. */
final class AccessKeys {
    private final Clock clock;
    private final Map<String, KnownKey> known = new ConcurrentHashMap<>();
    private volatile boolean complete;

    AccessKeys(Clock clock) {
        this.clock = clock;
    }

    /**
     * Takes a record of the topic.
     *
     * @param key null when it was deleted
     */
    void take(String keyId, AccessKey key) {
        if (key == null) {
            known.remove(keyId);
        } else {
            known.compute(
                    keyId,
                    (id, before) ->
                            before == null ? KnownKey.of(key, clock.instant()) : before.with(key, clock.instant()));
        }
    }

    /** All that was there at the start has been taken. */
    void completed() {
        complete = true;
    }

    boolean isComplete() {
        return complete;
    }

    /** Whether there is no key that could be used. */
    boolean isEmpty() {
        return known.values().stream().allMatch(each -> each.key().revokedAt() != null);
    }

    /** The key of that id, revoked or not; null when there is none. */
    KnownKey find(String keyId) {
        return known.get(keyId);
    }
}
