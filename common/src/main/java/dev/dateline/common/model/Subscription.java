package dev.dateline.common.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;

/**
 * A WebSub subscription to a source ({@code news.subscriptions.v1}): the instance that polls the source asks the hub, whichever instance
 * the hub's verification reaches confirms.
 *
 * @param topic the feed's own address, as it names itself
 * @param token the last part of our callback's address, so that nobody else finds it
 * @param secret what the hub signs its deliveries with
 * @param detail why the hub refused; absent when it did not
 * @param requestedAt when the hub was last asked
 * @param leaseUntil when the hub stops delivering unless it is asked again; absent until it has confirmed
 */
@RecordBuilder
@JsonIgnoreProperties(
        value = {"requested_at_ms", "lease_until_ms"},
        allowGetters = true)
public record Subscription(
        String sourceId,
        String hub,
        String topic,
        String token,
        String secret,
        SubscriptionStatus status,
        String detail,
        Instant requestedAt,
        Instant leaseUntil) {

    /** {@code requestedAt} as epoch milliseconds. */
    @JsonProperty("requested_at_ms")
    public Long requestedAtMs() {
        return RawArticle.millis(requestedAt);
    }

    /** {@code leaseUntil} as epoch milliseconds. */
    @JsonProperty("lease_until_ms")
    public Long leaseUntilMs() {
        return RawArticle.millis(leaseUntil);
    }

    /** Neither token nor secret, which a log must not hold. */
    @Override
    public String toString() {
        return "Subscription[" + sourceId + ", " + hub + ", " + status + "]";
    }
}
