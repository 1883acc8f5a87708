package dev.dateline.common.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a hub is with a subscription (W3C WebSub, sections 5.2 and 5.3). */
public enum SubscriptionStatus {
    /** The hub was asked and has not asked back yet. */
    @JsonProperty("requested")
    REQUESTED,
    /** The hub has asked whether it was us, and delivers. */
    @JsonProperty("active")
    ACTIVE,
    /** The hub has refused. */
    @JsonProperty("denied")
    DENIED
}
