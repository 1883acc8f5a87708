package dev.dateline.common.runtime;

import dev.dateline.common.http.Endpoints;
import dev.dateline.common.http.HttpServer;
import dev.dateline.common.http.HttpSettings;
import dev.dateline.common.http.SchemaEndpoints;
import io.micrometer.core.instrument.Gauge;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs services in this process: HTTP first, so that probes answer from the beginning, then the services, then telemetry. */
public final class ServiceHost implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceHost.class);

    private final List<Service> services;
    private final HttpServer http;
    private final TelemetryReporter telemetry;

    public ServiceHost(ServiceContext context, HttpSettings http, List<Service> services) {
        this.services = List.copyOf(services);
        List<Endpoints> endpoints = new ArrayList<>();
        endpoints.add(new OpsEndpoints(services, context.metrics()));
        endpoints.add(new SchemaEndpoints(context.topics()));
        services.forEach(service -> endpoints.add(service.endpoints()));
        services.forEach(service -> Gauge.builder(
                        "dateline.ready", service, asked -> asked.health().isUp() ? 1 : 0)
                .description("1 when the service does its work, as /readyz")
                .tag("service", service.name())
                .register(context.metrics()));
        this.http = new HttpServer(http, context.http(), endpoints);
        this.telemetry = new TelemetryReporter(context, services);
    }

    public void start() {
        http.start();
        services.forEach(Service::start);
        telemetry.start();
    }

    /** The port HTTP listens on. */
    public int port() {
        return http.port();
    }

    /** Everything that is served over HTTP, for example {@code GET /livez}, in order. */
    public List<String> routes() {
        return http.routes();
    }

    public boolean isReady() {
        return services.stream().allMatch(service -> service.health().isUp());
    }

    /** What the services that are not up say. */
    public List<String> notReady() {
        return services.stream()
                .filter(service -> !service.health().isUp())
                .map(service -> service.name() + ": " + service.health().detail())
                .toList();
    }

    @Override
    public void close() {
        // New work stops before the services that would do it.
        http.close();
        for (Service service : services) {
            try {
                service.close();
            } catch (RuntimeException e) {
                LOG.error("{} did not close cleanly", service.name(), e);
            }
        }
        telemetry.close();
    }
}
