package dev.dateline.ingest.http;

import dev.dateline.common.http.Endpoints;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** {@code GET /openapi.yaml}: what ingest serves, as an OpenAPI 3.1 document. A test holds it against the routes and their answers. */
public final class OpenApiEndpoints implements Endpoints {
    private static final String MEDIA_TYPE = "application/yaml"; // RFC 9512

    private final byte[] document = read();

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/openapi.yaml", context -> context.contentType(MEDIA_TYPE).result(document));
    }

    private static byte[] read() {
        try (InputStream document = OpenApiEndpoints.class.getResourceAsStream("/openapi.yaml")) {
            return document.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
