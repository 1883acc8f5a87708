package dev.dateline.ingest.http;

import dev.dateline.common.http.Endpoints;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.http.SentKey;
import dev.dateline.common.model.AccessScope;
import dev.dateline.ingest.access.Caller;
import dev.dateline.ingest.access.Gate;
import dev.dateline.ingest.access.Limit;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Before ingest's own routes: asks the {@link Gate}, and tells the client how its limits stand. */
public final class AccessFilter implements Endpoints {
    private static final String CALLER = "dateline.caller";

    private final Gate gate;
    private final IngestMetrics metrics;

    public AccessFilter(Gate gate, IngestMetrics metrics) {
        this.gate = gate;
        this.metrics = metrics;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.before("/v1/articles", context -> check(context, AccessScope.PRODUCE));
        routes.before("/v1/articles:batch", context -> check(context, AccessScope.PRODUCE));
        routes.before("/v1/sources", context -> check(context, AccessScope.ADMIN));
        routes.before("/v1/sources/*", context -> check(context, AccessScope.ADMIN));
    }

    /** Who sends this request. */
    static Caller caller(Context context) {
        Caller caller = context.attribute(CALLER);
        return caller == null ? Caller.anybody() : caller;
    }

    private void check(Context context, AccessScope needed) {
        try {
            Caller caller = SentKey.check(context, token -> gate.pass(token, needed));
            context.attribute(CALLER, caller);
            tellLimits(context, caller.limits());
        } catch (ProblemException e) {
            if (needed == AccessScope.PRODUCE) {
                metrics.refused(null, e.problem());
            }
            RequestBody.discard(context);
            throw e;
        }
    }

    /** As they were when the request came (draft-ietf-httpapi-ratelimit-headers, revision 10). */
    private static void tellLimits(Context context, List<Limit> limits) {
        if (limits.isEmpty()) {
            return;
        }
        context.header(
                "RateLimit-Policy",
                joined(
                        limits,
                        limit -> ";q=" + limit.most() + ";w=" + limit.window().toSeconds()));
        context.header(
                "RateLimit",
                joined(
                        limits,
                        limit -> ";r=" + limit.left() + ";t="
                                + Math.max(1, limit.renewedIn().toSeconds())));
    }

    private static String joined(List<Limit> limits, Function<Limit, String> parameters) {
        return limits.stream()
                .map(limit -> '"' + limit.name() + '"' + parameters.apply(limit))
                .collect(Collectors.joining(", "));
    }
}
