package dev.dateline.dashboard.alerts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where an alert stands; an alert only goes down this list. */
public enum AlertState {
    /** The rule's condition holds, but not for long enough. */
    PENDING,
    /** It has held for as long as the rule says. Told to the webhook. */
    FIRING,
    /** It does not hold any more. Told to the webhook. */
    RESOLVED;

    /** As in JSON and in the labels of meters. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
