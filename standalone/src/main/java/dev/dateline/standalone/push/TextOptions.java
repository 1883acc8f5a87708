package dev.dateline.standalone.push;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a text does not say about itself; each may be null.
 *
 * @param source who delivers it
 * @param id the provider's identifier
 * @param url where it is published
 */
public record TextOptions(String source, String id, String url) {

    /** The parameters of ingest's query. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new TreeMap<>();
        put(parameters, "source", source);
        put(parameters, "id", id);
        put(parameters, "url", url);
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, String value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }
}
