package dev.dateline.dashboard.http;

import dev.dateline.common.http.Endpoints;
import dev.dateline.dashboard.alerts.Alerts;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;

/** {@code GET /v1/alerts}: the rules, what is pending, fires or ended lately, and how deliveries go. */
public final class AlertEndpoints implements Endpoints {
    private final Alerts alerts;

    public AlertEndpoints(Alerts alerts) {
        this.alerts = alerts;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/v1/alerts", this::all);
    }

    private void all(Context context) {
        context.header(Header.CACHE_CONTROL, "no-store");
        context.header("X-Content-Type-Options", "nosniff");
        context.json(alerts.page());
    }
}
