package dev.dateline.enrich.extract.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * The schema.org nodes in a page's {@code application/ld+json} scripts (JSON-LD 1.1 as sites write it, not as it is specified):
 * comments, line breaks in strings, trailing commas and escaped quotation marks are read over.
 */
final class LinkedData {
    private static final int MOST_NODES = 3000;
    private static final int MOST_DEPTH = 60;
    private static final int LONGEST_SCRIPT = 1 << 20;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_DEPTH)
                            .build())
                    .build())
            .enable(
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_SINGLE_QUOTES,
                    JsonReadFeature.ALLOW_JAVA_COMMENTS,
                    JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .build();
    /** Below these stand other articles. */
    private static final Set<String> ELSEWHERE = Set.of(
            "itemListElement",
            "hasPart",
            "relatedLink",
            "mentions",
            "citation",
            "isRelatedTo",
            "comment",
            "review",
            "subjectOf",
            "about",
            "blogPost",
            "blogPosts",
            "liveBlogUpdate");

    private static final Pattern DATE_IN_BROKEN_JSON =
            Pattern.compile("\"(datePublished|dateModified)\"\\s{0,9}+:\\s{0,9}+\"([^\"]{8,40}+)\"");

    private final List<JsonNode> nodes = new ArrayList<>();
    private final Map<String, JsonNode> byId = new HashMap<>();
    private final Map<String, String> brokenDates = new HashMap<>();

    /** Reads scripts in their order; what can't be read is left out. */
    static LinkedData of(List<String> scripts) {
        LinkedData data = new LinkedData();
        scripts.forEach(data::add);
        return data;
    }

    /** Nodes with a type, in their order, those first that stand on top. */
    List<JsonNode> nodes() {
        return nodes;
    }

    /** The node itself, or the one that it refers to by its id. */
    JsonNode resolve(JsonNode node) {
        JsonNode id = node.get("@id");
        return node.size() <= 2 && id != null ? byId.getOrDefault(id.asText(), node) : node;
    }

    /** A date from a script that is not JSON in any reading. */
    Optional<String> brokenDate(String name) {
        return Optional.ofNullable(brokenDates.get(name));
    }

    private void add(String script) {
        if (script.length() > LONGEST_SCRIPT) {
            return;
        }
        String json = bare(script);
        JsonNode root = parse(json);
        if (root == null && json.contains("&quot;")) {
            root = parse(Parser.unescapeEntities(json, false));
        }
        if (root == null) {
            Matcher date = DATE_IN_BROKEN_JSON.matcher(json);
            while (date.find()) {
                brokenDates.putIfAbsent(date.group(1), date.group(2));
            }
        } else {
            collect(root);
        }
    }

    private static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** Without the marks that hide scripts from old browsers and from XML. */
    private static String bare(String script) {
        String json = script.strip();
        for (String mark : List.of("<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA[")) {
            json = json.startsWith(mark) ? json.substring(mark.length()).strip() : json;
        }
        for (String mark : List.of("-->", "//]]>", "/*]]>*/", "]]>", ";")) {
            json = json.endsWith(mark)
                    ? json.substring(0, json.length() - mark.length()).strip()
                    : json;
        }
        return json;
    }

    private void collect(JsonNode root) {
        ArrayDeque<JsonNode> open = new ArrayDeque<>();
        open.add(root);
        for (int seen = 0; !open.isEmpty() && seen < MOST_NODES; seen++) {
            JsonNode node = open.poll();
            if (node.isObject()) {
                take(node);
                node.properties().forEach(field -> {
                    if (field.getValue().isContainerNode() && !ELSEWHERE.contains(field.getKey())) {
                        open.add(field.getValue());
                    }
                });
            } else {
                node.forEach(child -> {
                    if (child.isContainerNode()) {
                        open.add(child);
                    }
                });
            }
        }
    }

    private void take(JsonNode node) {
        if (node.has("@type")) {
            nodes.add(node);
        }
        if (node.has("@id") && node.size() > 1) {
            byId.merge(node.get("@id").asText(), node, (known, other) -> other.size() > known.size() ? other : known);
        }
    }
}
