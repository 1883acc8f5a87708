package dev.dateline.dashboard.http;

import dev.dateline.common.http.Endpoints;
import dev.dateline.dashboard.admin.Audit;
import io.javalin.config.RoutesConfig;
import java.util.Map;

/** What was done, by whom, the newest first. */
public final class AuditEndpoints implements Endpoints {
    private static final int MAX_ROWS = 500;
    private static final int USUAL_ROWS = 50;

    private final Audit audit;

    public AuditEndpoints(Audit audit) {
        this.audit = audit;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(
                "/v1/audit",
                context -> Answer.json(
                        context,
                        Map.of("entries", audit.newestFirst(Query.number(context, "limit", USUAL_ROWS, MAX_ROWS)))));
    }
}
