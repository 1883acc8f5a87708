package dev.dateline.standalone.eval;

import dev.dateline.common.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Counts what entries of state stores take, as they are serialised: key and value, before compression and indices. */
final class StateSize {
    /** A window store puts time (8 bytes) and sequence number (4) behind each key. */
    private static final int WINDOW_KEY = 12;

    private final Map<String, Long> bytes = new TreeMap<>();

    void addWindowed(String store, String key, Object value) {
        bytes.merge(store, (long) WINDOW_KEY + utf8(key) + Json.bytes(value).length, Long::sum);
    }

    void add(String store, String key, Object value) {
        bytes.merge(store, (long) utf8(key) + Json.bytes(value).length, Long::sum);
    }

    Map<String, Long> byStore() {
        return bytes;
    }

    private static int utf8(String key) {
        return key.getBytes(StandardCharsets.UTF_8).length;
    }
}
