package dev.dateline.dashboard.http;

import dev.dateline.common.http.Endpoints;
import dev.dateline.dashboard.sources.SourceControl;
import dev.dateline.dashboard.sources.SourceTable;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;

/** The state of sources, and what changes it. Not below {@code /v1/sources}: ingest has that, perhaps on the same port. */
public final class SourceEndpoints implements Endpoints {
    private static final String SOURCE = "/v1/source-status/{id}";

    private final Admission admission;
    private final SourceTable sources;
    private final SourceControl control;

    public SourceEndpoints(Admission admission, SourceTable sources, SourceControl control) {
        this.admission = admission;
        this.sources = sources;
        this.control = control;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/v1/source-status", context -> Answer.json(context, Map.of("sources", sources.rows())));
        routes.post(SOURCE + ":pause", context -> change(context, SourceControl.Action.PAUSE));
        routes.post(SOURCE + ":resume", context -> change(context, SourceControl.Action.RESUME));
        routes.post(SOURCE + ":poll-now", context -> change(context, SourceControl.Action.POLL_NOW));
    }

    private void change(Context context, SourceControl.Action action) {
        String actor = admission.admit(context);
        control.change(context.pathParam("id"), action, actor);
        context.status(HttpStatus.ACCEPTED);
        Answer.json(context, Map.of("source_id", context.pathParam("id")));
    }
}
