package dev.dateline.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The OpenAPI document, as tests ask it. */
public final class ApiDocument {
    private static final String MEDIA_TYPE = "application/(problem\\+)?json";
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final String text;
    private final JsonNode root;

    private ApiDocument(String text, JsonNode root) {
        this.text = text;
        this.root = root;
    }

    public static ApiDocument read() throws IOException {
        try (InputStream in = ApiDocument.class.getResourceAsStream("/openapi.yaml")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new ApiDocument(text, new YAMLMapper().readTree(text));
        }
    }

    String text() {
        return text;
    }

    /** Method and path of each operation, in order. */
    List<String> operations() {
        List<String> operations = new ArrayList<>();
        root.get("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(member -> member.getValue().has("operationId"))
                .forEach(operation ->
                        operations.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return operations.stream().sorted().toList();
    }

    /** The media types of an operation's request. */
    List<String> mediaTypes(String path) {
        List<String> types = new ArrayList<>();
        content(path).fieldNames().forEachRemaining(types::add);
        return types;
    }

    /** The request examples of an operation, by name. */
    Map<String, Example> examples(String path) {
        Map<String, Example> examples = new TreeMap<>();
        content(path).properties().forEach(entry -> {
            String type = entry.getKey();
            JsonNode media = entry.getValue();
            if (media.has("example")) {
                examples.put(type, new Example(type, media.get("example")));
            }
            media.path("examples")
                    .properties()
                    .forEach(named -> examples.put(
                            type + " " + named.getKey(),
                            new Example(type, named.getValue().get("value"))));
        });
        return examples;
    }

    /** A request's body. */
    record Example(String mediaType, JsonNode value) {
        byte[] bytes() {
            return (value.isTextual() ? value.textValue() : value.toString()).getBytes(StandardCharsets.UTF_8);
        }
    }

    JsonNode component(String kind, String name) {
        return root.at("/components/" + kind + "/" + name);
    }

    /** What is wrong with a value, by a component's schema. */
    List<Error> errors(String component, String json) {
        return schema("#/components/schemas/" + component).validate(json, InputFormat.JSON);
    }

    /** Whether an answer is one that the document describes, headers included. */
    void describes(String method, String path, IngestServer.Answer answer) {
        describes(method, path, answer.status(), answer.type(), answer.body());
        assertThat(response(method, path, answer.status()).path("headers").has("Retry-After"))
                .as("Retry-After of %d", answer.status())
                .isEqualTo(answer.retryAfter() != null);
    }

    /** Whether an answer's status, media type and body are as described; {@code type} may be null when there is no body. */
    public void describes(String method, String path, int status, String contentType, String body) {
        JsonNode response = response(method, path, status);
        assertThat(response.isMissingNode())
                .as("%s %s may answer %d", method, path, status)
                .isFalse();
        if (!response.has("content")) {
            assertThat(body).as("the body of %d", status).isEmpty();
            return;
        }
        String type = contentType.replaceFirst(";.*", "");
        JsonNode media = response.get("content").path(type);
        assertThat(media.isMissingNode()).as("%s of %d", type, status).isFalse();
        if (type.matches(MEDIA_TYPE)) {
            assertThat(schemaOf(media.get("schema")).validate(body, InputFormat.JSON))
                    .as(body)
                    .isEmpty();
        }
    }

    private JsonNode response(String method, String path, int status) {
        return resolved(root.get("paths")
                .get(path)
                .get(method.toLowerCase(Locale.ROOT))
                .get("responses")
                .path(Integer.toString(status)));
    }

    private JsonNode content(String path) {
        return root.get("paths").get(path).get("post").get("requestBody").get("content");
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? root.at(node.get("$ref").textValue().substring(1)) : node;
    }

    private Schema schema(String reference) {
        return schemaOf(JsonNodeFactory.instance.objectNode().put("$ref", reference));
    }

    /** A schema of the document, with the components that it refers to. */
    private Schema schemaOf(JsonNode schema) {
        ObjectNode standing = schema.deepCopy();
        standing.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        standing.set("components", root.get("components"));
        return SCHEMAS.getSchema(standing.toString(), InputFormat.JSON);
    }
}
