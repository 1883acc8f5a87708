package dev.dateline.common.runtime;

import dev.dateline.common.http.Endpoints;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** {@code /livez}: not dead. {@code /readyz}: doing its work, with the state of each service. {@code /metrics}: Prometheus. */
final class OpsEndpoints implements Endpoints {
    private static final String EXPOSITION = "text/plain; version=0.0.4; charset=utf-8";

    private final List<Service> services;
    private final PrometheusMeterRegistry metrics;

    OpsEndpoints(List<Service> services, PrometheusMeterRegistry metrics) {
        this.services = services;
        this.metrics = metrics;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/livez", context -> context.result("ok\n"));
        routes.get("/readyz", this::ready);
        routes.get("/metrics", context -> context.contentType(EXPOSITION).result(metrics.scrape()));
    }

    private void ready(Context context) {
        Map<String, Map<String, String>> states = new TreeMap<>();
        boolean ready = true;
        for (Service service : services) {
            Health health = service.health();
            ready &= health.isUp();
            Map<String, String> state = new TreeMap<>();
            state.put("status", health.status().name().toLowerCase(Locale.ROOT));
            if (health.detail() != null) {
                state.put("detail", health.detail());
            }
            states.put(service.name(), state);
        }
        context.status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE).json(states);
    }
}
