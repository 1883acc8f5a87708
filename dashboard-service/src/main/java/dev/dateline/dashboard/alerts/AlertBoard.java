package dev.dateline.dashboard.alerts;

import dev.dateline.dashboard.verdict.Reason;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** All rules, and the alerts that ended last. Each method is atomic. */
final class AlertBoard {
    /** Ended alerts that are remembered. */
    static final int MOST_ENDED = 200;

    private static final Comparator<Alert> WORST_FIRST = Comparator.comparing(Alert::state, Comparator.reverseOrder())
            .thenComparing(Alert::severity)
            .thenComparing(Alert::since);

    private final List<RuleWatch> watches;
    private final Deque<Alert> ended = new ArrayDeque<>();

    AlertBoard(AlertRules rules) {
        this.watches = rules.all().stream().map(RuleWatch::new).toList();
    }

    /**
     * Takes in one moment.
     *
     * @param signals empty when nothing can be measured, for example before the topics have been read
     * @return the alerts that fire or are resolved with it
     */
    synchronized List<Alert> evaluate(Instant now, Optional<? extends Signals> signals) {
        List<Alert> changed = new ArrayList<>();
        for (RuleWatch watch : watches) {
            AlertRule rule = watch.rule();
            Reading reading = signals.map(seen -> rule.condition().read(seen, rule.threshold()))
                    .orElse(Reading.UNKNOWN);
            changed.addAll(watch.evaluate(now, reading));
        }
        for (Alert alert : changed) {
            if (alert.state() == AlertState.RESOLVED) {
                ended.addFirst(alert);
            }
        }
        while (ended.size() > MOST_ENDED) {
            ended.removeLast();
        }
        return changed;
    }

    /** What is pending or fires, that which matters most first. */
    synchronized List<Alert> alerts() {
        return watches.stream()
                .flatMap(watch -> watch.alerts().stream())
                .sorted(WORST_FIRST)
                .toList();
    }

    /** What fires and holds, as the verdict has it. */
    synchronized List<Reason> reasons() {
        return watches.stream().flatMap(watch -> watch.reasons().stream()).toList();
    }

    /** The alerts that ended last, the latest first. */
    synchronized List<Alert> ended() {
        return List.copyOf(ended);
    }

    synchronized List<RuleStatus> rules() {
        return watches.stream().map(RuleStatus::of).toList();
    }

    /** Alerts of a rule in a state; 0 for a rule there is not. */
    synchronized long count(String rule, AlertState state) {
        return watch(rule).map(watch -> watch.count(state)).orElse(0L);
    }

    /** For how many sources, instances or the whole the condition of a rule holds; 0 for a rule there is not. */
    synchronized int holding(String rule) {
        return watch(rule).map(RuleWatch::holding).orElse(0);
    }

    private Optional<RuleWatch> watch(String rule) {
        return watches.stream()
                .filter(watch -> watch.rule().name().equals(rule))
                .findFirst();
    }
}
