package dev.dateline.dashboard.series;

import dev.dateline.common.model.Telemetry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** When instances began and ended and when their work moved, from telemetry in any order. */
final class Lives {
    /** The most marks that are told, the youngest. */
    static final int MOST_MARKS = 500;

    private static final int MOST_LIVES = 500;
    private static final int MOST_REBALANCES = 500;
    private static final int NAME = 120;
    private static final Duration SILENT = Duration.ofSeconds(10);
    private static final Comparator<Mark> BY_TIME =
            Comparator.comparing(Mark::at).thenComparing(Mark::instance).thenComparing(Mark::kind);

    private static final class Life {
        private final String service;
        private final String version;
        private final Instant startedAt;
        private Instant lastAt;

        Life(Telemetry telemetry, Instant at) {
            this.service = cut(telemetry.service());
            this.version = cut(telemetry.version());
            this.startedAt = telemetry.startedAt();
            this.lastAt = at;
        }
    }

    private record Rebalance(Instant at, String instance) {}

    private final Map<String, Life> lives = new HashMap<>();
    private final TreeSet<Rebalance> rebalances =
            new TreeSet<>(Comparator.comparing(Rebalance::at).thenComparing(Rebalance::instance));

    void heard(Telemetry telemetry, Instant at) {
        if (telemetry.startedAt() == null) {
            return;
        }
        String name = cut(telemetry.instanceId()) + "/" + cut(telemetry.service());
        Life life = lives.computeIfAbsent(name, unknown -> new Life(telemetry, at));
        if (at.isAfter(life.lastAt)) {
            life.lastAt = at;
        }
        if (lives.size() > MOST_LIVES) {
            lives.entrySet().stream()
                    .min(Comparator.comparing(known -> known.getValue().lastAt))
                    .ifPresent(oldest -> lives.remove(oldest.getKey()));
        }
        if (telemetry.streams() != null && telemetry.streams().lastRebalanceAt() != null) {
            rebalances.add(new Rebalance(telemetry.streams().lastRebalanceAt(), name));
            if (rebalances.size() > MOST_REBALANCES) {
                rebalances.pollFirst();
            }
        }
    }

    private static String cut(String text) {
        return text == null || text.length() <= NAME ? text : text.substring(0, NAME);
    }

    /** Oldest first. */
    List<Mark> marks(Instant now) {
        List<Mark> marks = new ArrayList<>();
        Map<String, String> versions = new TreeMap<>();
        lives.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Life> life) -> life.getValue().startedAt)
                        .thenComparing(Map.Entry::getKey))
                .forEach(life -> lifeOf(life.getKey(), life.getValue(), versions, now, marks));
        rebalances.forEach(
                moved -> marks.add(new Mark(moved.at, Mark.Kind.REBALANCE, moved.instance, "work is shared out anew")));
        marks.sort(BY_TIME);
        return List.copyOf(marks.subList(Math.max(0, marks.size() - MOST_MARKS), marks.size()));
    }

    private static void lifeOf(String name, Life life, Map<String, String> versions, Instant now, List<Mark> marks) {
        String version = String.valueOf(life.version);
        String before = versions.put(String.valueOf(life.service), version);
        marks.add(
                before == null || before.equals(version)
                        ? new Mark(life.startedAt, Mark.Kind.START, name, life.service + " " + version + " started")
                        : new Mark(
                                life.startedAt,
                                Mark.Kind.DEPLOY,
                                name,
                                life.service + " " + version + " started, before it was " + before));
        if (life.lastAt.isBefore(now.minus(SILENT))) {
            marks.add(new Mark(life.lastAt, Mark.Kind.STOP, name, life.service + " was heard for the last time"));
        }
    }
}
