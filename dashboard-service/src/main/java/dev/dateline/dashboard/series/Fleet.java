package dev.dateline.dashboard.series;

import dev.dateline.common.model.StreamsState;
import dev.dateline.common.model.StreamsStateBuilder;
import dev.dateline.common.model.Telemetry;
import dev.dateline.common.wire.Digest;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Who runs, and who fell silent. The time of hearing counts, by our own clock, and silence is measured up to the last that was heard of
 * anybody: when nothing at all arrives it is the topic that is silent, or this dashboard that was held up.
 */
final class Fleet {
    /** Three messages missed. */
    static final Duration SILENT = Duration.ofSeconds(3);
    /** How long one that is gone is remembered. */
    static final Duration REMEMBERED = Duration.ofMinutes(15);
    /** How an instance says that it ends. */
    static final String STOPPED = "stopped";

    private static final int MOST = 1_000;
    private static final int NAME = 120;
    private static final int LINES = 500;
    private static final int VERSION_DIGITS = 8;
    /** At the end of an instance's id, drawn anew at each start: a dash and eight digits. */
    private static final int SUFFIX = 9;

    private static final Comparator<FleetMember> BY_SERVICE =
            Comparator.comparing(FleetMember::service).thenComparing(FleetMember::instance);

    private final Map<String, Heard> byName = new HashMap<>();
    private Instant lastHeard = Instant.MIN;
    private String topology;

    private static final class Heard {
        private Instant at;
        private Telemetry latest;
        private String topologyVersion;
    }

    void heard(Telemetry telemetry, Instant now) {
        String name = name(telemetry);
        lastHeard = now.isAfter(lastHeard) ? now : lastHeard;
        Heard heard = byName.get(name);
        if (heard == null) {
            forget();
            if (byName.size() >= MOST) {
                return;
            }
            heard = new Heard();
            byName.put(name, heard);
        }
        heard.at = now;
        StreamsState streams = telemetry.streams();
        if (streams != null && streams.topology() != null) {
            topology = streams.topology();
            heard.topologyVersion = Digest.of(topology).substring(0, VERSION_DIGITS);
        }
        heard.latest = telemetry;
    }

    private static String name(Telemetry telemetry) {
        return cut(Objects.requireNonNull(telemetry.instanceId(), "instance_id"), NAME) + "/"
                + cut(Objects.requireNonNull(telemetry.service(), "service"), NAME);
    }

    private static String cut(String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }

    private void forget() {
        byName.values().removeIf(heard -> heard.at.isBefore(lastHeard.minus(REMEMBERED)));
    }

    /** How long nothing was heard of anybody; empty when nothing ever was. */
    Optional<Duration> silence(Instant now) {
        return lastHeard.equals(Instant.MIN) ? Optional.empty() : Optional.of(Duration.between(lastHeard, now));
    }

    /** The description of the topology that was published last; null when none was. */
    String topology() {
        return topology;
    }

    /** Everybody who runs, and everybody who fell silent and was not replaced. */
    List<FleetMember> members() {
        forget();
        return byName.entrySet().stream()
                .map(heard -> member(heard.getKey(), heard.getValue()))
                .filter(member -> member.state() == FleetMember.State.ALIVE || !isReplaced(member))
                .sorted(BY_SERVICE)
                .toList();
    }

    private FleetMember member(String name, Heard heard) {
        Telemetry latest = heard.latest;
        Duration silent = Duration.between(heard.at, lastHeard);
        FleetMember.State state = STOPPED.equals(latest.status())
                ? FleetMember.State.STOPPED
                : silent.compareTo(SILENT) > 0 ? FleetMember.State.GONE : FleetMember.State.ALIVE;
        return new FleetMember(
                name,
                cut(latest.instanceId(), NAME),
                cut(latest.service(), NAME),
                state,
                cut(latest.version(), NAME),
                cut(latest.status(), NAME),
                cut(latest.detail(), LINES),
                latest.startedAt(),
                state == FleetMember.State.ALIVE ? null : silent.toMillis(),
                heard.topologyVersion,
                latest.streams() == null
                        ? null
                        : StreamsStateBuilder.builder(latest.streams())
                                .topology(null)
                                .build(),
                latest.jvm());
    }

    /** Whether one of the same service and host began after this one was heard for the last time. */
    private boolean isReplaced(FleetMember gone) {
        Telemetry last = byName.get(gone.instance()).latest;
        return byName.values().stream()
                .map(heard -> heard.latest)
                .anyMatch(other -> other.service().equals(last.service())
                        && host(other).equals(host(last))
                        && other.startedAt() != null
                        && last.at() != null
                        && other.startedAt().isAfter(last.at()));
    }

    private static String host(Telemetry telemetry) {
        String id = telemetry.instanceId();
        return id.substring(0, Math.max(0, id.length() - SUFFIX));
    }
}
