package dev.dateline.dashboard.alerts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How much an alert matters. */
public enum Severity {
    /** Somebody should look now. */
    PAGE,
    /** Somebody should look during working hours. */
    TICKET,
    /** Worth knowing. */
    INFO;

    /** As in rules, JSON and Prometheus' labels. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
