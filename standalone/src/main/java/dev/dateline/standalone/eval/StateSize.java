package dev.dateline.standalone.eval;

import dev.dateline.common.wire.Json;
import dev.dateline.enrich.stream.StateStores;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Counts what entries of state stores take, as they are serialised: key and value, before compression and indices. */
final class StateSize {
    /** A window store puts time (8 bytes) and sequence number (4) behind each key. */
    private static final int WINDOW_KEY = 12;

    private final Map<String, Long> bytes = new TreeMap<>();
    private final Map<String, Long> entries = new TreeMap<>();

    void addWindowed(String store, String key, Object value) {
        add(store, (long) WINDOW_KEY + utf8(key) + Json.bytes(value).length);
    }

    void add(String store, String key, Object value) {
        add(store, (long) utf8(key) + Json.bytes(value).length);
    }

    /** Bytes of all entries, by store. */
    Map<String, Long> byStore() {
        return Collections.unmodifiableMap(bytes);
    }

    /**
     * Bytes for one article that is inside every window: its own entry, and its place in the group of its words, as the original or as
     * another member.
     */
    double perArticle() {
        long placed = entries(StateStores.GROUPS) + entries(StateStores.MEMBERS);
        return mean(bytes(StateStores.ARTICLES), entries(StateStores.ARTICLES))
                + mean(bytes(StateStores.GROUPS) + bytes(StateStores.MEMBERS), placed);
    }

    private void add(String store, long size) {
        bytes.merge(store, size, Long::sum);
        entries.merge(store, 1L, Long::sum);
    }

    private long bytes(String store) {
        return bytes.getOrDefault(store, 0L);
    }

    private long entries(String store) {
        return entries.getOrDefault(store, 0L);
    }

    private static double mean(long sum, long count) {
        return count == 0 ? 0 : (double) sum / count;
    }

    private static int utf8(String key) {
        return key.getBytes(StandardCharsets.UTF_8).length;
    }
}
