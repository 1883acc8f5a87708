package dev.dateline.ingest.access;

import dev.dateline.common.access.ApiKey;
import dev.dateline.common.http.Problem;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.http.ProblemType;
import dev.dateline.common.model.AccessScope;
import java.time.Clock;
import java.time.Duration;

/** Lets a request pass, or says why not. Limits are counted by each instance for itself: behind n instances a key has n times as much. */
public final class Gate {
    private static final Duration RETRY_WHEN_UNREAD = Duration.ofSeconds(2);
    static final String CREATE = "dateline keys create --label NAME";

    private final AccessKeys keys;
    private final boolean keysNeeded;
    private final Clock clock;

    Gate(AccessKeys keys, boolean keysNeeded, Clock clock) {
        this.keys = keys;
        this.keysNeeded = keysNeeded;
        this.clock = clock;
    }

    /**
     * Who it is, when they may.
     *
     * @param token as sent; null when none was
     * @throws ProblemException unauthorized, forbidden, rate-limited, quota-used-up, or kafka-unavailable while the keys are not known
     */
    public Caller pass(String token, AccessScope needed) {
        if (!keysNeeded) {
            return Caller.anybody();
        }
        if (!keys.isComplete()) {
            throw new ProblemException(
                    Problem.of(ProblemType.KAFKA_UNAVAILABLE, "the API keys have not been read from Kafka yet"),
                    RETRY_WHEN_UNREAD);
        }
        KnownKey key = identify(token);
        if (!key.key().scope().covers(needed)) {
            throw new ProblemException(Problem.of(
                    ProblemType.FORBIDDEN, "this address needs a key of scope admin: " + CREATE + " --scope admin"));
        }
        stayWithinLimits(key, needed);
        return Caller.with(key, clock);
    }

    private KnownKey identify(String token) {
        if (token == null) {
            throw unauthorized(
                    keys.isEmpty()
                            ? "no API key was sent, and none exists yet; make one with: " + CREATE
                            : "no API key was sent; send it as Authorization: Bearer dl_...");
        }
        ApiKey sent = ApiKey.parse(token)
                .orElseThrow(() -> unauthorized("this is not an API key of Dateline: they look like dl_<id>_<secret>"));
        KnownKey key = keys.find(sent.id());
        if (key == null || !sent.hasSecret(key.key().secretSha256())) {
            throw unauthorized("this API key is not known here");
        }
        if (key.key().revokedAt() != null) {
            throw unauthorized("this API key was revoked");
        }
        return key;
    }

    private void stayWithinLimits(KnownKey key, AccessScope needed) {
        Duration wait = key.takeRequest(clock.instant());
        if (!wait.isZero()) {
            throw new ProblemException(
                    Problem.of(
                            ProblemType.RATE_LIMITED,
                            "this key may send " + key.key().requestsPerSecond() + " requests a second"),
                    wait);
        }
        if (needed == AccessScope.PRODUCE && key.isUsedUp(clock.instant())) {
            throw key.usedUp(clock.instant());
        }
    }

    private static ProblemException unauthorized(String detail) {
        return new ProblemException(Problem.of(ProblemType.UNAUTHORIZED, detail));
    }
}
