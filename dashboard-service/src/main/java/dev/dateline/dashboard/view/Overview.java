package dev.dateline.dashboard.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * All that the page shows at one moment.
 *
 * @param at when it was put together
 * @param reading whether the topics are being read
 * @param totals since the beginning of the ledger, over all sources in the view
 * @param rates mean flow by window: {@code 1s}, {@code 10s}, {@code 60s}; empty until measured
 * @param ledger the largest sources
 * @param unreadable records skipped because they can't be read, by topic; empty when there are none
 * @param eventsLeftOut new events of the last second that the stream did not show, there being too many
 * @param recentEvents newest first; null in the stream, which sends each event by itself
 * @param recentDuplicates newest first; null in the stream when nothing changed
 * @param recentDeadLetters newest first; null in the stream when nothing changed
 */
public record Overview(
        Instant at,
        Reading reading,
        Counts totals,
        Map<String, Flow> rates,
        History history,
        LedgerPage ledger,
        List<InstanceState> instances,
        Map<String, Long> unreadable,
        int eventsLeftOut,
        List<EventSummary> recentEvents,
        List<DuplicateSummary> recentDuplicates,
        List<DeadLetterSummary> recentDeadLetters) {

    /**
     * Whether the topics are being read.
     *
     * @param status {@code starting}, {@code up} or {@code down}
     * @param detail the cause, and how to mend it; null when up
     */
    public record Reading(String status, String detail) {}

    /** Whether this shows nothing that another does not, but for the time. */
    public boolean showsTheSameAs(Overview other) {
        return other != null && equals(other.at(at));
    }

    /** What a client that saw another overview still needs. Events reach it one by one. */
    public Overview since(Overview seen) {
        boolean first = seen == null;
        return new Overview(
                at,
                reading,
                totals,
                rates,
                history,
                ledger,
                instances,
                unreadable,
                eventsLeftOut,
                null,
                first || !seen.recentDuplicates.equals(recentDuplicates) ? recentDuplicates : null,
                first || !seen.recentDeadLetters.equals(recentDeadLetters) ? recentDeadLetters : null);
    }

    private Overview at(Instant time) {
        return new Overview(
                time,
                reading,
                totals,
                rates,
                history,
                ledger,
                instances,
                unreadable,
                eventsLeftOut,
                recentEvents,
                recentDuplicates,
                recentDeadLetters);
    }
}
