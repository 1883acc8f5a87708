package dev.dateline.dashboard.alerts;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.dateline.dashboard.verdict.Reason;
import dev.dateline.dashboard.verdict.Situation;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a rule can look at: how it is read from {@link Signals}, how it is said, and the same as a PromQL expression. The expressions
 * take the maximum over instances, so that several dashboards that see the same count once.
 */
public enum Condition {
    /** The lag is above the threshold and grows. */
    LAG_RISING(Threshold.TIME, "/pipeline", Reason.Code.BEHIND) {
        @Override
        Reading read(Signals signals, double threshold) {
            double trend = signals.lagTrend();
            double lag = Double.isNaN(trend) ? Double.NaN : signals.lagSeconds();
            return Reading.of(lag, lag > threshold && trend > 0);
        }

        @Override
        String sentence(String subject, String value) {
            return value + " behind and growing";
        }

        @Override
        String expression(AlertRule rule) {
            return "max(dateline_enrich_lag_seconds) > " + rule.plainThreshold()
                    + " and deriv(max(dateline_enrich_lag_seconds)[5m:15s]) > 0";
        }
    },
    /** The lag is above the threshold. */
    LAG(Threshold.TIME, "/pipeline", Reason.Code.BEHIND) {
        @Override
        Reading read(Signals signals, double threshold) {
            double lag = signals.lagSeconds();
            return Reading.of(lag, lag > threshold);
        }

        @Override
        String sentence(String subject, String value) {
            return value + " behind";
        }

        @Override
        String expression(AlertRule rule) {
            return "max(dateline_enrich_lag_seconds) > " + rule.plainThreshold();
        }
    },
    /** A source is silent for more than the threshold times its longest pause of the day before. */
    SOURCE_SILENT(Threshold.TIMES, "/sources", Reason.Code.SOURCES_SILENT) {
        @Override
        Reading read(Signals signals, double threshold) {
            Map<String, Double> silent = new LinkedHashMap<>();
            for (SilentSource source : signals.silentSources()) {
                if (source.times() > threshold) {
                    silent.put(source.sourceId(), source.times());
                }
            }
            return new Reading(true, silent);
        }

        @Override
        String sentence(String subject, String value) {
            return subject + " has been silent for " + value + " times its longest pause of the day before";
        }

        @Override
        String expression(AlertRule rule) {
            return subjects(rule);
        }
    },
    /** More records than the threshold are not accounted for in the books. */
    OUT_OF_BALANCE(Threshold.RECORDS, "/", Reason.Code.OUT_OF_BALANCE) {
        @Override
        Reading read(Signals signals, double threshold) {
            double records = signals.outOfBalance();
            return Reading.of(records, records > threshold);
        }

        @Override
        String sentence(String subject, String value) {
            return value + " records are not accounted for although nothing moves";
        }

        @Override
        String expression(AlertRule rule) {
            return "max(abs(dateline_ledger_in_flight)) > " + rule.plainThreshold()
                    + " and max(changes(dateline_ledger_raw[1m])) == 0"
                    + " and max(changes(dateline_ledger_in_flight[1m])) == 0";
        }
    },
    /** A larger share than the threshold of what is settled becomes dead letters; a share of very few is chance. */
    DEAD_LETTER_SHARE(Threshold.SHARE, "/dead-letters", Reason.Code.DEAD_LETTERS) {
        @Override
        Reading read(Signals signals, double threshold) {
            double share = signals.deadLetterShare();
            return Reading.of(share, share > threshold);
        }

        @Override
        String sentence(String subject, String value) {
            return value + " of the records become dead letters";
        }

        @Override
        String expression(AlertRule rule) {
            return "max(delta(dateline_ledger_settled{outcome=\"dead_letter\"}[5m]))"
                    + " / (max(sum without (outcome) (delta(dateline_ledger_settled[5m]))) >= "
                    + Situation.ENOUGH_SETTLED + ") > "
                    + rule.plainThreshold();
        }
    },
    /** No more events a second than the threshold. */
    NO_EVENTS(Threshold.PER_SECOND, "/", Reason.Code.NO_EVENTS) {
        @Override
        Reading read(Signals signals, double threshold) {
            double rate = signals.eventsPerSecond();
            return Reading.of(rate, rate <= threshold);
        }

        @Override
        String sentence(String subject, String value) {
            return value.equals("0") ? "no events come" : "only " + value + " events a second come";
        }

        @Override
        String expression(AlertRule rule) {
            return "max(delta(dateline_ledger_settled{outcome=\"event\"}[1m])) / 60 <= " + rule.plainThreshold();
        }
    },
    /** An instance fell silent without saying goodbye. */
    INSTANCE_GONE(Threshold.NONE, "/pipeline", Reason.Code.INSTANCE_GONE) {
        @Override
        Reading read(Signals signals, double threshold) {
            Map<String, Double> gone = new LinkedHashMap<>();
            signals.instancesGone().forEach(instance -> gone.put(instance, 1.0));
            return new Reading(true, gone);
        }

        @Override
        String sentence(String subject, String value) {
            return subject + " is gone";
        }

        @Override
        String expression(AlertRule rule) {
            return subjects(rule);
        }
    };

    private final Threshold threshold;
    private final String page;
    private final Reason.Code code;

    Condition(Threshold threshold, String page, Reason.Code code) {
        this.threshold = threshold;
        this.page = page;
        this.code = code;
    }

    /** What it sees in a snapshot. */
    abstract Reading read(Signals signals, double threshold);

    /** One line for people, without markup. */
    abstract String sentence(String subject, String value);

    /** The same for Prometheus: gives a series as long as the rule's condition holds. */
    abstract String expression(AlertRule rule);

    /** As in rules and JSON. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Threshold threshold() {
        return threshold;
    }

    /** The dashboard's page that shows more. */
    String page() {
        return page;
    }

    /** What the verdict calls it. */
    Reason.Code code() {
        return code;
    }

    /** Only the dashboard knows each source's rhythm, and one label per source would be without bound: it counts for Prometheus. */
    private static String subjects(AlertRule rule) {
        return "max(dateline_alert_subjects{rule=\"" + rule.name() + "\"}) > 0";
    }
}
