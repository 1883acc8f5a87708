package dev.dateline.ingest.read.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.dateline.common.wire.Json;
import dev.dateline.ingest.read.Rejection;
import dev.dateline.ingest.read.StrictText;
import java.util.ArrayList;
import java.util.List;

/** Parses a JSON document. Line breaks within texts are let pass: pages' JSON-LD often has them. A name given twice counts last. */
public final class JsonDocument {
    private static final ObjectReader READER = Json.MAPPER
            .readerFor(JsonNode.class)
            .with(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonDocument() {}

    /**
     * The document's value, an object or a list.
     *
     * @throws dev.dateline.common.http.ProblemException malformed-body, with line and column; invalid-article for a bare value
     */
    public static JsonNode parse(byte[] bytes) {
        JsonNode root;
        try {
            root = READER.readValue(StrictText.utf8(bytes));
        } catch (StreamConstraintsException e) {
            throw Rejection.malformed("a number, a name or a nesting is beyond what is read" + at(e));
        } catch (JsonEOFException e) {
            throw Rejection.malformed("the JSON ends too early" + at(e));
        } catch (JsonProcessingException e) {
            throw Rejection.malformed("this is not JSON" + at(e));
        }
        if (root == null || !root.isContainerNode()) {
            throw Rejection.invalid(null, "expected a JSON object or a list of objects");
        }
        return root;
    }

    /** The objects of a document: itself, or those of its list. */
    public static List<JsonNode> objects(JsonNode root) {
        if (root.isObject()) {
            return List.of(root);
        }
        List<JsonNode> objects = new ArrayList<>();
        root.forEach(objects::add);
        return objects;
    }

    private static String at(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
