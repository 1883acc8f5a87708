package dev.dateline.common.http;

import io.javalin.config.RoutesConfig;

/** Routes that one part of the program serves. */
@FunctionalInterface
public interface Endpoints {
    void addTo(RoutesConfig routes);
}
