package dev.dateline.standalone.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What differs between two events of one article. Lists are compared by what their entries name, not by order or weight; identity, times of
 * receipt and lineage are not compared, they are what makes the two comparable.
 *
 * <p>Pure and stateless.
 */
public final class EventDiff {
    private static final Set<String> NOT_COMPARED = Set.of(
            "event_id",
            "article_id",
            "revision",
            "schema_version",
            "received_at",
            "received_at_ms",
            "published_at_ms",
            "duplicates_seen",
            "lineage");
    /** What tags are made of: when it differs, so may they. */
    private static final List<String> TEXT = List.of("title", "body_text", "language");

    private static final int LONGEST_VALUE = 120;

    private EventDiff() {}

    /** The fields that differ, in the order of their names. Empty when the two say the same. */
    public static List<FieldChange> of(JsonNode first, JsonNode second) {
        List<FieldChange> changes = new ArrayList<>();
        fields(first, second).forEach((field, values) -> {
            Map<String, String> was = items(field, values.get(0));
            Map<String, String> is = items(field, values.get(1));
            List<String> gone = without(was, is);
            List<String> come = without(is, was);
            if (!gone.isEmpty() || !come.isEmpty()) {
                changes.add(new FieldChange(field, gone, come, why(field, first, second)));
            }
        });
        return List.copyOf(changes);
    }

    private static Map<String, List<JsonNode>> fields(JsonNode first, JsonNode second) {
        Set<String> names = new LinkedHashSet<>();
        first.fieldNames().forEachRemaining(names::add);
        second.fieldNames().forEachRemaining(names::add);
        names.removeAll(NOT_COMPARED);
        Map<String, List<JsonNode>> fields = new TreeMap<>();
        names.forEach(name -> fields.put(name, List.of(first.path(name), second.path(name))));
        return fields;
    }

    /** What a field names, each with how it is shown. */
    private static Map<String, String> items(String field, JsonNode value) {
        Map<String, String> items = new LinkedHashMap<>();
        if (value.isArray()) {
            value.forEach(entry -> items.putIfAbsent(key(field, entry), shown(field, entry)));
        } else if (field.equals("tone") && value.isObject()) {
            double sound = value.path("value").asDouble();
            String sign = sound > 0 ? "positive" : sound < 0 ? "negative" : "even";
            items.put(sign, sign + " " + sound);
        } else if (value.isObject()) {
            value.properties().forEach(part -> {
                String text = part.getKey() + " " + part.getValue().asText();
                items.put(text, text);
            });
        } else if (value.isNumber() && value.isFloatingPointNumber()) {
            String rounded = String.valueOf(Math.round(value.asDouble() * 100) / 100.0);
            items.put(rounded, rounded);
        } else if (!value.isMissingNode() && !value.isNull()) {
            items.put(value.asText(), cut(value.asText()));
        }
        return items;
    }

    private static String key(String field, JsonNode entry) {
        return switch (field) {
            case "topics" -> entry.path("code").asText();
            case "keywords" -> entry.path("term").asText();
            case "entities" ->
                String.join(
                        "\t",
                        entry.path("type").asText(),
                        entry.path("name").asText(),
                        entry.path("place").path("id").asText(),
                        surfaces(entry));
            default -> entry.isValueNode() ? entry.asText() : entry.toString();
        };
    }

    private static String shown(String field, JsonNode entry) {
        return switch (field) {
            case "topics" ->
                entry.path("name").asText() + " " + entry.path("confidence").asText() + evidence(entry);
            case "keywords" -> entry.path("term").asText();
            case "entities" ->
                entry.path("type").asText() + " " + entry.path("name").asText() + " (" + surfaces(entry) + ")"
                        + place(entry.path("place"));
            default -> cut(entry.isValueNode() ? entry.asText() : entry.toString());
        };
    }

    private static String surfaces(JsonNode entity) {
        return StreamSupport.stream(entity.path("mentions").spliterator(), false)
                .map(mention -> mention.path("surface").asText())
                .collect(Collectors.groupingBy(surface -> surface, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(each -> each.getKey() + " ×" + each.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String place(JsonNode place) {
        return place.isMissingNode()
                ? ""
                : " in " + place.path("country").asText() + " "
                        + place.path("admin1").asText();
    }

    private static String evidence(JsonNode topic) {
        String terms = StreamSupport.stream(topic.path("evidence").spliterator(), false)
                .limit(5)
                .map(each -> each.path("term").asText())
                .collect(Collectors.joining(", "));
        return terms.isEmpty() ? "" : " (" + terms + ")";
    }

    private static List<String> without(Map<String, String> from, Map<String, String> others) {
        return from.entrySet().stream()
                .filter(each -> !others.containsKey(each.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static String why(String field, JsonNode first, JsonNode second) {
        String text = TEXT.stream()
                .filter(each -> !each.equals(field))
                .filter(each -> !first.path(each).equals(second.path(each)))
                .collect(Collectors.joining(" and "));
        if (!text.isEmpty() && !TEXT.contains(field)) {
            return text + " changed";
        }
        String models = models(first, second);
        if (!models.isEmpty()) {
            return models;
        }
        String was = first.path("lineage").path("pipeline_version").asText();
        String is = second.path("lineage").path("pipeline_version").asText();
        return was.equals(is)
                ? "same version, same models: settings or tables of the user"
                : "pipeline " + was + " → " + is;
    }

    /** The models that differ. Which of them makes a field is not in the event, so all are named. */
    private static String models(JsonNode first, JsonNode second) {
        JsonNode was = first.path("lineage").path("models");
        JsonNode is = second.path("lineage").path("models");
        Set<String> names = new LinkedHashSet<>();
        was.fieldNames().forEachRemaining(names::add);
        is.fieldNames().forEachRemaining(names::add);
        return names.stream()
                .filter(name -> !Objects.equals(was.get(name), is.get(name)))
                .sorted()
                .map(name -> name + " " + version(was, name) + " → " + version(is, name))
                .collect(Collectors.joining(", "));
    }

    private static String version(JsonNode models, String name) {
        return models.path(name).asText("none");
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_VALUE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_VALUE)) + "…";
    }
}
