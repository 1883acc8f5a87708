package dev.dateline.standalone.docs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of a JSON Schema as rows of a table, those of nested objects below their own. */
final class SchemaFields {
    private final Map<String, String> rows = new LinkedHashMap<>();

    SchemaFields(JsonNode schema) {
        collect("", schema);
    }

    /** Rows by path, in the schema's order; {@code []} marks the objects of a list. */
    Map<String, String> rows() {
        return rows;
    }

    private void collect(String path, JsonNode object) {
        object.path("properties").properties().forEach(property -> {
            String name = path + property.getKey();
            JsonNode field = property.getValue();
            rows.put(
                    name,
                    "| `%s`%s | %s | %s |%n"
                            .formatted(
                                    name,
                                    requires(object, property.getKey()) ? " \\*" : "",
                                    type(field),
                                    GeneratedPage.cell(field.path("description").asText())));
            collect(name + ".", field);
            collect(name + "[].", field.path("items"));
        });
    }

    private static boolean requires(JsonNode object, String name) {
        for (JsonNode required : object.path("required")) {
            if (required.asText().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static String type(JsonNode field) {
        if (field.has("enum")) {
            StringBuilder values = new StringBuilder();
            field.get("enum").forEach(value -> values.append(values.isEmpty() ? "" : ", ")
                    .append("`" + value.asText() + "`"));
            return values.toString();
        }
        if (field.has("items")) {
            return "list of " + type(field.get("items"));
        }
        if (field.path("additionalProperties").isObject()) {
            return "map of " + type(field.get("additionalProperties"));
        }
        return field.path("format").asText().equals("date-time")
                ? "time"
                : field.path("type").asText();
    }
}
