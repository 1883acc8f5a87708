package dev.dateline.common.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** {@code GET /problems/{code}}: what the {@code type} of a problem document refers to. */
final class ProblemCatalogue implements Endpoints {

    /**
     * One kind of problem, explained.
     *
     * @param status the HTTP status it comes with
     * @param explanation when it happens and what a client should do
     */
    public record Entry(String type, String title, int status, String explanation) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/problems/{code}", ProblemCatalogue::explain);
    }

    private static void explain(Context context) {
        String uri = ProblemType.URI_PREFIX + context.pathParam("code");
        for (ProblemType type : ProblemType.values()) {
            if (type.uri().equals(uri)) {
                context.json(new Entry(uri, type.title(), type.status(), type.explanation()));
                return;
            }
        }
        throw new ProblemException(Problem.of(ProblemType.NOT_FOUND, "no problem has this type"));
    }
}
