package dev.dateline.dashboard.view;

import dev.dateline.common.model.Telemetry;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The latest word of every instance; one that is silent for longer than {@link #SILENT} is gone. */
final class Instances {
    static final Duration SILENT = Duration.ofSeconds(3);

    private static final int MOST = 1000;
    private static final Comparator<InstanceState> BY_SERVICE = Comparator.comparing(
                    InstanceState::service, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(InstanceState::instanceId);

    /** Our own time of hearing counts, not the instance's clock. */
    private record Heard(Instant at, InstanceState state) {}

    private final Map<String, Heard> byName = new HashMap<>();

    void heard(Telemetry telemetry, Instant now) {
        InstanceState state = InstanceState.of(telemetry);
        String name = Objects.requireNonNull(state.instanceId(), "instance_id") + "/" + state.service();
        if (byName.containsKey(name) || byName.size() < MOST) {
            byName.put(name, new Heard(now, state));
        }
    }

    List<InstanceState> alive(Instant now) {
        byName.values().removeIf(heard -> heard.at.isBefore(now.minus(SILENT)));
        return byName.values().stream().map(Heard::state).sorted(BY_SERVICE).toList();
    }
}
