package dev.dateline.common.http;

import dev.dateline.common.topics.Topics;
import dev.dateline.common.wire.Schemas;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;

/** {@code GET /schemas/<name>/v1.json}: the JSON Schemas that {@code ce_dataschema} points to. */
public final class SchemaEndpoints implements Endpoints {
    private final Topics topics;

    public SchemaEndpoints(Topics topics) {
        this.topics = topics;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/schemas/{name}/v1.json", this::schema);
    }

    private void schema(Context context) {
        String name = context.pathParam("name");
        Optional<String> schema =
                topics.all().stream().anyMatch(topic -> topic.schema().equals(name))
                        ? Schemas.json(name)
                        : Optional.empty();
        context.contentType("application/schema+json")
                .result(schema.orElseThrow(() -> new ProblemException(
                        Problem.of(ProblemType.NOT_FOUND, "no schema of that name; docs/topics.md lists them"))));
    }
}
