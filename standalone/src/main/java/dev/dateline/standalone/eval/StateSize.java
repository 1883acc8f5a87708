package dev.dateline.standalone.eval;

import dev.dateline.common.wire.Json;
import dev.dateline.common.wire.JsonSerde;
import dev.dateline.enrich.stream.StateStores;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Counts what state takes: entries of stores on disk as they are serialised, key and value, before compression and indices; the bands as
 * they are in memory.
 */
final class StateSize {
    /** A window store puts time (8 bytes) and sequence number (4) behind each key. */
    private static final int WINDOW_KEY = 12;

    private final Map<Class<?>, Serializer<Object>> serializers = new HashMap<>();
    private final Map<String, Long> bytes = new TreeMap<>();
    private long articles;
    private double bandsOfArticle;

    void addArticle(String articleId, Object state) {
        addWindowed(StateStores.ARTICLES, articleId, state);
        articles++;
    }

    void addWindowed(String store, String key, Object value) {
        int length = serializers
                .computeIfAbsent(value.getClass(), StateSize::compact)
                .serialize(store, value)
                .length;
        bytes.merge(store, (long) WINDOW_KEY + utf8(key) + length, Long::sum);
    }

    void add(String store, String key, Object value) {
        bytes.merge(store, (long) utf8(key) + Json.bytes(value).length, Long::sum);
    }

    /**
     * One share of the bands; each article is in all of them.
     *
     * @param size in memory, in bytes
     * @param members the most that it had
     */
    void addShare(long size, int members) {
        bytes.merge(StateStores.BANDS, size, Long::sum);
        bandsOfArticle += members == 0 ? 0 : (double) size / members;
    }

    /** Bytes of all entries, by store. */
    Map<String, Long> byStore() {
        return Collections.unmodifiableMap(bytes);
    }

    /** Bytes for one article that is inside every window: its own entry, those that follow it, and its place in all shares of the bands. */
    double perArticle() {
        long ofArticles = bytes.getOrDefault(StateStores.ARTICLES, 0L) + bytes.getOrDefault(StateStores.FOLLOWERS, 0L);
        return (articles == 0 ? 0 : (double) ofArticles / articles) + bandsOfArticle;
    }

    /** As the stores with a window write their values. */
    @SuppressWarnings("unchecked") // a serializer that is only given values of its class
    private static Serializer<Object> compact(Class<?> type) {
        return (Serializer<Object>) JsonSerde.compact(type).serializer();
    }

    private static int utf8(String key) {
        return key.getBytes(StandardCharsets.UTF_8).length;
    }
}
