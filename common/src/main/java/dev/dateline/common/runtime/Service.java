package dev.dateline.common.runtime;

import dev.dateline.common.http.Endpoints;
import dev.dateline.common.model.TelemetryBuilder;
import java.util.Map;

/** One of the services: started once, closed once. It starts while Kafka is down, says so in its health, and goes on by itself. */
public interface Service extends AutoCloseable {
    /** {@code ingest}, {@code enrich} or {@code dashboard}. */
    String name();

    /** Returns soon; {@link #health()} tells when the service is ready. */
    void start();

    Health health();

    /** Counters since the start, for telemetry. */
    Map<String, Double> counters();

    /** Adds to the record of this second what only this service can tell; called once a second by one thread. */
    default void report(TelemetryBuilder telemetry) {}

    /** The service's own routes. */
    Endpoints endpoints();

    /** Finishes what was accepted, then stops; idempotent. */
    @Override
    void close();
}
