package dev.dateline.common.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The JSON Schemas (2020-12) of the records, as they ship on the class path. */
public final class Schemas {
    private Schemas() {}

    /**
     * One schema as JSON text.
     *
     * @param name for example {@code news-event}
     */
    public static Optional<String> json(String name) {
        try (InputStream schema = Schemas.class.getResourceAsStream("/schemas/" + name + "/v1.json")) {
            return schema == null
                    ? Optional.empty()
                    : Optional.of(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
