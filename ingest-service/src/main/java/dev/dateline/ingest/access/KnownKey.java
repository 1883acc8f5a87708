package dev.dateline.ingest.access;

import dev.dateline.common.http.Problem;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.http.ProblemType;
import dev.dateline.common.model.AccessKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

/** A key and what this instance has counted against its limits. */
final class KnownKey {
    private final AccessKey key;
    private final RequestRate rate;
    private final DailyQuota quota;

    private KnownKey(AccessKey key, RequestRate rate, DailyQuota quota) {
        this.key = key;
        this.rate = rate;
        this.quota = quota;
    }

    static KnownKey of(AccessKey key, Instant now) {
        return new KnownKey(
                key,
                key.requestsPerSecond() == null ? null : new RequestRate(key.requestsPerSecond(), now),
                key.articlesPerDay() == null ? null : new DailyQuota(key.articlesPerDay()));
    }

    /** The same key with a newer record; what was counted stays where the limit is the same. */
    KnownKey with(AccessKey newer, Instant now) {
        KnownKey fresh = of(newer, now);
        return new KnownKey(
                newer,
                Objects.equals(key.requestsPerSecond(), newer.requestsPerSecond()) ? rate : fresh.rate,
                Objects.equals(key.articlesPerDay(), newer.articlesPerDay()) ? quota : fresh.quota);
    }

    AccessKey key() {
        return key;
    }

    /** How long to wait before the next request; zero when this one may pass. */
    Duration takeRequest(Instant now) {
        return rate == null ? Duration.ZERO : rate.take(now);
    }

    /** Whether one more article may pass today. */
    boolean takeArticle(Instant now) {
        return quota == null || quota.take(now);
    }

    Stream<Limit> limits(Instant now) {
        return Stream.concat(
                rate == null ? Stream.empty() : Stream.of(rate.state(now)),
                quota == null ? Stream.empty() : Stream.of(quota.state(now)));
    }

    boolean isUsedUp(Instant now) {
        return quota != null && quota.state(now).left() == 0;
    }

    ProblemException usedUp(Instant now) {
        return new ProblemException(
                Problem.of(
                        ProblemType.QUOTA_USED_UP,
                        "all " + key.articlesPerDay() + " articles of this key's day are used up"),
                quota.state(now).renewedIn());
    }
}
