package dev.dateline.ingest.read.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.dateline.common.wire.Json;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** What the first characters of a document tell about its kind, without parsing the rest. */
public final class JsonOpening {
    private JsonOpening() {}

    /** The names of the first object's fields as far as the opening goes, in a list or not; empty when it is not JSON. */
    public static Set<String> fields(String opening) {
        Set<String> names = new HashSet<>();
        if (!opening.startsWith("{") && !opening.startsWith("[")) {
            return names;
        }
        try (JsonParser json = Json.MAPPER.createParser(opening)) {
            if (json.nextToken() == JsonToken.START_ARRAY) {
                json.nextToken();
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                names.add(json.currentName());
                json.nextToken();
                json.skipChildren();
            }
            return names;
        } catch (IOException e) {
            // The opening ends, as expected, within a token; or it is no JSON, which the fields before that are no
            // worse for.
            return names;
        }
    }
}
