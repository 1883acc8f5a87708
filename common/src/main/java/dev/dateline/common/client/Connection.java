package dev.dateline.common.client;

import java.net.URI;
import java.util.Locale;

/**
 * How to reach one ingest.
 *
 * @param url its address, for example {@code http://127.0.0.1:8080}
 * @param apiKey null when it asks for none
 * @param gzip whether bodies are compressed: worth it over a network, not over loopback
 */
public record Connection(URI url, String apiKey, boolean gzip, Patience patience) {

    public Connection {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https")) || url.getHost() == null) {
            throw new IllegalArgumentException("an ingest's address is like http://127.0.0.1:8080, not " + url);
        }
    }

    /** Without a key, uncompressed, with the usual patience. */
    public static Connection to(URI url) {
        return new Connection(url, null, false, Patience.USUAL);
    }

    public Connection withApiKey(String key) {
        return new Connection(url, key, gzip, patience);
    }

    public Connection compressed() {
        return new Connection(url, apiKey, true, patience);
    }

    public Connection with(Patience other) {
        return new Connection(url, apiKey, gzip, other);
    }

    /** Without the key, which must not reach a log. */
    @Override
    public String toString() {
        return "Connection[" + url + "]";
    }
}
