package dev.dateline.ingest.read.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.dateline.ingest.read.ProviderTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An object's fields by name in any case: ninjs 1 and 2 write {@code versioncreated}, ninjs 3 writes {@code versionCreated}. */
public final class JsonFields {
    private final Map<String, JsonNode> fields = new HashMap<>();

    public JsonFields(JsonNode object) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            fields.put(field.getKey().toLowerCase(Locale.ROOT), field.getValue());
        }
    }

    /** A field's value; a missing node when there is none. */
    public JsonNode get(String lowerCaseName) {
        return fields.getOrDefault(lowerCaseName, MissingNode.getInstance());
    }

    public boolean has(String lowerCaseName) {
        return fields.containsKey(lowerCaseName);
    }

    /** A text, or a number as text; null when there is none or it is blank. */
    public String text(String lowerCaseName) {
        JsonNode value = get(lowerCaseName);
        String text = value.isTextual() || value.isNumber() ? value.asText() : "";
        return text.isBlank() ? null : text;
    }

    public Instant time(String lowerCaseName) {
        return ProviderTime.parse(text(lowerCaseName));
    }

    /** The objects in a field: of its list, of its named members when {@code members}, or itself; other values are passed over. */
    public List<JsonFields> objects(String lowerCaseName, boolean members) {
        JsonNode value = get(lowerCaseName);
        List<JsonFields> objects = new ArrayList<>();
        if (value.isObject() && !members) {
            objects.add(new JsonFields(value));
            return objects;
        }
        value.forEach(element -> {
            if (element.isObject()) {
                objects.add(new JsonFields(element));
            }
        });
        return objects;
    }

    /** The names of the fields that begin so, in order. */
    public List<String> names(String prefix) {
        return fields.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .sorted()
                .toList();
    }
}
