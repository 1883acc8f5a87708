package dev.dateline.dashboard.series;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The books' totals as dashboards publish them among their counters, once they have read the ledger. The ledger itself holds no past:
 * this is how a dashboard that starts learns what flowed before. Several dashboards read the same books, so any of them will do.
 */
public final class Flows {
    /** The counters' names, without the totals' own. */
    private static final String PREFIX = "ledger_";

    private static final Metric[] COUNTED = {
        Metric.RAW, Metric.EVENTS, Metric.DUPLICATES, Metric.RESENDS, Metric.DEAD_LETTERS
    };

    private Flows() {}

    /** The counter that holds the total of a flow, or the present number of what is in flight or silent. */
    public static String counter(Metric metric) {
        return PREFIX + metric.wireName();
    }

    /** The totals among an instance's counters; empty unless all are there. */
    static Optional<Map<Metric, Double>> totals(Map<String, Double> counters) {
        Map<Metric, Double> totals = new EnumMap<>(Metric.class);
        for (Metric metric : COUNTED) {
            Double total = counters.get(counter(metric));
            if (total == null) {
                return Optional.empty();
            }
            totals.put(metric, total);
        }
        return Optional.of(totals);
    }
}
