package dev.dateline.dashboard.verdict;

import dev.dateline.common.runtime.Health;
import dev.dateline.dashboard.series.FleetMember;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** From a situation to a verdict. */
final class Judge {
    /** What a rebalance or a burst costs. */
    private static final double BEHIND_SECONDS = 10;

    private static final double FAR_BEHIND_SECONDS = 60;
    /** Seconds per second: slower than this is the noise of the measurement. */
    private static final double STEADY = 0.05;

    private static final double MANY_DEAD = 0.1;
    private static final double MOST_DEAD = 0.3;

    private static final Duration TELEMETRY_SILENT = Duration.ofSeconds(4);
    private static final int NAMED = 2;
    private static final int MINUTE = 60;
    private static final int HOUR = 3_600;

    private final List<Reason> reasons = new ArrayList<>();

    private Judge() {}

    /**
     * Judges a situation.
     *
     * @param firing what alerts say, whose rules may be stricter or look longer; of what is said anyway they say nothing more
     */
    static Verdict judge(Situation situation, List<Reason> firing) {
        Judge judge = new Judge();
        judge.look(situation);
        judge.add(firing);
        return Verdict.of(judge.reasons);
    }

    private void look(Situation situation) {
        if (!situation.reading().isUp()) {
            // What else is known is old.
            boolean starting = situation.reading().status() == Health.Status.STARTING;
            add(
                    Reason.Code.NOT_READING,
                    starting ? Level.WARN : Level.BAD,
                    (starting ? "starting: " : "the topics can't be read: ")
                            + situation.reading().detail());
            return;
        }
        fleet(situation);
        books(situation);
        lag(situation);
        deadLetters(situation);
        sources(situation);
        long unreadable = situation.unreadable().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        if (unreadable > 0) {
            add(Reason.Code.UNREADABLE, Level.WARN, many(unreadable, "record") + " can't be read");
        }
    }

    private void fleet(Situation situation) {
        if (situation.silence().isEmpty()) {
            add(Reason.Code.NO_TELEMETRY, Level.WARN, "no instance was heard yet");
            return;
        }
        if (situation.silence().get().compareTo(TELEMETRY_SILENT) > 0) {
            add(
                    Reason.Code.NO_TELEMETRY,
                    Level.BAD,
                    "no instance was heard for "
                            + time(situation.silence().get().toSeconds()));
        }
        for (FleetMember gone : situation.gone()) {
            boolean others =
                    situation.alive().stream().anyMatch(alive -> alive.service().equals(gone.service()));
            add(
                    Reason.Code.INSTANCE_GONE,
                    others ? Level.WARN : Level.BAD,
                    (others ? "an instance of " + gone.service() : gone.service()) + " is gone (" + gone.instanceId()
                            + ")");
        }
        for (FleetMember alive : situation.alive()) {
            if (!"up".equals(alive.status())) {
                add(
                        Reason.Code.INSTANCE_NOT_UP,
                        "down".equals(alive.status()) ? Level.BAD : Level.WARN,
                        alive.service() + " is " + alive.status()
                                + (alive.detail() == null ? "" : ": " + alive.detail()));
            }
        }
        versions(situation.alive());
    }

    private void versions(List<FleetMember> alive) {
        Map<String, Set<String>> versions = new TreeMap<>();
        Map<String, Set<String>> topologies = new TreeMap<>();
        for (FleetMember member : alive) {
            versions.computeIfAbsent(member.service(), unseen -> new TreeSet<>())
                    .add(String.valueOf(member.version()));
            if (member.topologyVersion() != null) {
                topologies
                        .computeIfAbsent(member.service(), unseen -> new TreeSet<>())
                        .add(member.topologyVersion());
            }
        }
        versions.forEach((service, found) -> mixed(service + " runs in versions ", found));
        topologies.forEach((service, found) -> mixed(service + " runs topologies ", found));
    }

    private void mixed(String text, Set<String> found) {
        if (found.size() > 1) {
            add(Reason.Code.MIXED_VERSIONS, Level.WARN, text + String.join(" and ", found));
        }
    }

    private void books(Situation situation) {
        if (situation.unaccounted() > 0) {
            add(Reason.Code.OUT_OF_BALANCE, Level.BAD, many(situation.unaccounted(), "record") + " not accounted for");
        } else if (situation.unaccounted() < 0) {
            add(
                    Reason.Code.OUT_OF_BALANCE,
                    Level.BAD,
                    many(-situation.unaccounted(), "record") + " booked more than once");
        }
    }

    private void lag(Situation situation) {
        if (!(situation.lagSeconds() >= BEHIND_SECONDS)) {
            return;
        }
        boolean growing = situation.lagTrend() > STEADY;
        boolean shrinking = situation.lagTrend() < -STEADY;
        add(
                Reason.Code.BEHIND,
                situation.lagSeconds() >= FAR_BEHIND_SECONDS && !shrinking ? Level.BAD : Level.WARN,
                time((long) situation.lagSeconds()) + " behind"
                        + (growing ? " and growing" : shrinking ? " and catching up" : ""));
    }

    private void deadLetters(Situation situation) {
        double share = situation.tellingDeadLetterShare();
        if (share >= MANY_DEAD) {
            add(
                    Reason.Code.DEAD_LETTERS,
                    share >= MOST_DEAD ? Level.BAD : Level.WARN,
                    Math.round(share * 100) + " % of the records become dead letters");
        }
    }

    private void sources(Situation situation) {
        int silent = situation.quiet().size();
        if (silent > 0) {
            String names = silent > NAMED
                    ? ""
                    : situation.quiet().stream()
                            .map(source -> source.sourceId())
                            .reduce((one, other) -> one + ", " + other)
                            .map(all -> " (" + all + ")")
                            .orElse("");
            add(Reason.Code.SOURCES_SILENT, Level.WARN, many(silent, "source") + " silent" + names);
        }
    }

    private void add(Reason.Code code, Level level, String text) {
        reasons.add(Reason.of(code, level, text));
    }

    private void add(List<Reason> firing) {
        Set<Reason.Code> said = reasons.stream().map(Reason::code).collect(Collectors.toSet());
        if (!said.contains(Reason.Code.NOT_READING)) {
            firing.stream().filter(reason -> !said.contains(reason.code())).forEach(reasons::add);
        }
    }

    private static String many(long count, String one) {
        return count + " " + one + (count == 1 ? "" : "s");
    }

    private static String time(long seconds) {
        if (seconds < 2 * MINUTE) {
            return seconds + " s";
        }
        return seconds < 2 * HOUR ? seconds / MINUTE + " min" : seconds / HOUR + " h";
    }
}
