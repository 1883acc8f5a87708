package dev.dateline.common.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * One page of the books ({@code news.ledger.v1}): what became of the raw records of one source in one partition. Counts are since
 * the beginning, kept in the same transaction as the records they count, so they survive a crash without a difference.
 *
 * <p>The equation: {@code raw = events + duplicates + resends + dead_letters + in_flight}. A line whose {@code in_flight} stays
 * above zero while nothing arrives means lost work: alert on it.
 *
 * @param sourceId the source, {@value #UNKNOWN_SOURCE} for records that could not be read
 * @param raw records read from {@code news.raw.v1}
 * @param events records whose latest verdict is an event (active or revised)
 * @param duplicates records whose latest verdict is a copy
 * @param resends records that tell nothing new: known word for word, or an older version than the one that stands
 */
@JsonIgnoreProperties(
        value = {"in_flight", "updated_at_ms"},
        allowGetters = true)
public record LedgerLine(
        String sourceId,
        int partition,
        long raw,
        long events,
        long duplicates,
        long resends,
        long deadLetters,
        Instant updatedAt) {

    public static final String UNKNOWN_SOURCE = "unknown";
    /** Where sources beyond the bound are booked together. */
    public static final String OTHER_SOURCES = "other-sources";

    /** Raw records read and not yet settled. */
    @JsonProperty("in_flight")
    public long inFlight() {
        return raw - events - duplicates - resends - deadLetters;
    }

    /** {@code updatedAt} as epoch milliseconds. */
    @JsonProperty("updated_at_ms")
    public Long updatedAtMs() {
        return RawArticle.millis(updatedAt);
    }

    /** The sum of two lines, for totals; keeps this line's source and partition and the later time. */
    public LedgerLine plus(LedgerLine other) {
        return new LedgerLine(
                sourceId,
                partition,
                raw + other.raw,
                events + other.events,
                duplicates + other.duplicates,
                resends + other.resends,
                deadLetters + other.deadLetters,
                updatedAt == null || (other.updatedAt != null && other.updatedAt.isAfter(updatedAt))
                        ? other.updatedAt
                        : updatedAt);
    }
}
