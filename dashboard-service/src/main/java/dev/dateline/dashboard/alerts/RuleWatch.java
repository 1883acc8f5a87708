package dev.dateline.dashboard.alerts;

import dev.dateline.common.wire.Digest;
import dev.dateline.dashboard.verdict.Level;
import dev.dateline.dashboard.verdict.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One rule's alerts, by what they are about. An alert is pending as soon as the condition holds, fires when it has held for as long as
 * the rule says, and is resolved when it has not held for as long as the rule keeps it.
 *
 * <p>What can't be measured changes nothing for {@link #UNSEEN}: a gap of some seconds must not begin the time anew. After that what was
 * pending is forgotten; what fires stays, because not seeing a fire does not put it out.
 */
final class RuleWatch {
    /** Alerts of one rule at a time; further ones are counted. */
    static final int MOST_SUBJECTS = 100;

    static final Duration UNSEEN = Duration.ofMinutes(1);

    private final AlertRule rule;
    private final Map<String, Burning> bySubject = new LinkedHashMap<>();
    private boolean known;
    private Instant measuredAt = Instant.MIN;
    private int holding;
    private int leftOut;

    /** What is known of one subject. */
    private static final class Burning {
        private final Instant since;
        private Instant heldAt;
        private Instant firedAt;
        private double value;

        Burning(Instant since) {
            this.since = since;
        }

        boolean fires() {
            return firedAt != null;
        }
    }

    RuleWatch(AlertRule rule) {
        this.rule = rule;
    }

    /** Takes in one moment; returns the alerts that fire or are resolved with it. Moments come in their order. */
    List<Alert> evaluate(Instant now, Reading reading) {
        known = reading.known();
        List<Alert> changed = new ArrayList<>();
        if (known) {
            measuredAt = now;
            holding = reading.holds().size();
            leftOut = 0;
            reading.holds().forEach((subject, value) -> holds(subject, value, now, changed));
        }
        quench(now, reading, changed);
        return changed;
    }

    private void holds(String subject, double value, Instant now, List<Alert> changed) {
        Burning burning = bySubject.get(subject);
        if (burning == null) {
            if (bySubject.size() >= MOST_SUBJECTS) {
                leftOut++;
                return;
            }
            burning = new Burning(now);
            bySubject.put(subject, burning);
        }
        burning.value = value;
        burning.heldAt = now;
        if (!burning.fires() && lasted(burning.since, now, rule.lasting())) {
            burning.firedAt = now;
            changed.add(alert(subject, burning, null));
        }
    }

    private void quench(Instant now, Reading reading, List<Alert> changed) {
        Iterator<Map.Entry<String, Burning>> all = bySubject.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<String, Burning> each = all.next();
            Burning burning = each.getValue();
            if (reading.holds().containsKey(each.getKey())) {
                continue;
            }
            if (burning.fires()) {
                if (known && lasted(burning.heldAt, now, rule.keepFiring())) {
                    changed.add(alert(each.getKey(), burning, now));
                    all.remove();
                }
            } else if (known || lasted(burning.heldAt, now, UNSEEN)) {
                all.remove();
            }
        }
    }

    private static boolean lasted(Instant from, Instant now, Duration least) {
        return Duration.between(from, now).compareTo(least) >= 0;
    }

    private Alert alert(String subject, Burning burning, Instant endedAt) {
        Condition condition = rule.condition();
        AlertState state =
                endedAt != null ? AlertState.RESOLVED : burning.fires() ? AlertState.FIRING : AlertState.PENDING;
        String named = subject.equals(Reading.WHOLE) ? null : subject;
        return new Alert(
                Digest.of(rule.name(), subject, burning.since.toString()),
                rule.name(),
                named,
                state,
                rule.severity(),
                burning.value,
                condition.sentence(named, condition.threshold().show(burning.value)),
                rule.note(),
                condition.page(),
                burning.since,
                burning.firedAt,
                endedAt);
    }

    AlertRule rule() {
        return rule;
    }

    /** What is pending or fires, in the order in which it began. */
    List<Alert> alerts() {
        return bySubject.entrySet().stream()
                .map(each -> alert(each.getKey(), each.getValue(), null))
                .toList();
    }

    /**
     * What fires and holds, as the verdict has it, which tells of the present: an alert that is kept firing after that is none. What is
     * only worth knowing is no reason.
     */
    List<Reason> reasons() {
        if (rule.severity() == Severity.INFO) {
            return List.of();
        }
        return bySubject.entrySet().stream()
                .filter(each ->
                        each.getValue().fires() && each.getValue().heldAt.equals(measuredAt))
                .map(each -> alert(each.getKey(), each.getValue(), null))
                .map(alert -> new Reason(rule.condition().code(), Level.WARN, alert.summary(), alert.page()))
                .toList();
    }

    /** Whether the last moment could be measured. */
    boolean known() {
        return known;
    }

    /** For how many subjects the condition held when it was measured last, bounded or not. */
    int holding() {
        return holding;
    }

    /** For how many of these there was no room. */
    int leftOut() {
        return leftOut;
    }

    long count(AlertState state) {
        return bySubject.values().stream()
                .filter(burning -> burning.fires() == (state == AlertState.FIRING))
                .count();
    }
}
