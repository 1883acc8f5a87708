package dev.dateline.dashboard.view;

import dev.dateline.common.model.Telemetry;
import java.time.Instant;

/** One running instance. Its counters are left to {@code /metrics}: they would make every second look like a change. */
public record InstanceState(
        String instanceId, String service, String version, String status, String detail, Instant startedAt) {

    private static final int NAME = 120;
    private static final int LINES = 500;

    static InstanceState of(Telemetry telemetry) {
        return new InstanceState(
                Excerpt.of(telemetry.instanceId(), NAME),
                Excerpt.of(telemetry.service(), NAME),
                Excerpt.of(telemetry.version(), NAME),
                Excerpt.of(telemetry.status(), NAME),
                Excerpt.of(telemetry.detail(), LINES),
                telemetry.startedAt());
    }
}
