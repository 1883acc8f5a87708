package dev.dateline.common.http;

import io.javalin.config.RoutesConfig;
import java.util.List;

/** Routes that one part of the program serves. */
@FunctionalInterface
public interface Endpoints {
    void addTo(RoutesConfig routes);

    /** The server is about to stop: ends the answers that would not end by themselves. */
    default void stopping() {}

    /** All of them as one. */
    static Endpoints of(List<Endpoints> parts) {
        return new Endpoints() {
            @Override
            public void addTo(RoutesConfig routes) {
                parts.forEach(part -> part.addTo(routes));
            }

            @Override
            public void stopping() {
                parts.forEach(Endpoints::stopping);
            }
        };
    }
}
