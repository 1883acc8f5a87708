package dev.dateline.common.http;

import dev.dateline.common.config.Settings;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What every port of Dateline holds its clients to.
 *
 * @param maxConnections open at the same time; more are not accepted until one is closed
 * @param maxHeadBytes of a request line with its headers
 * @param idleTimeout how long a connection may be silent
 * @param headWithin how long a new connection may take to bring the head of its first request
 * @param requestWithin how long any request may take from its head to its last byte
 * @param minBodyBytesPerSecond slower bodies are refused, after a moment
 * @param allowedOrigins whose pages may write beside those of the loopback's own port, in lower case
 * @param auditLinesPerSecond how many refused requests are logged at most
 * @param tls null for plain HTTP
 */
public record HttpPolicy(
        int maxConnections,
        int maxHeadBytes,
        Duration idleTimeout,
        Duration headWithin,
        Duration requestWithin,
        long minBodyBytesPerSecond,
        Set<String> allowedOrigins,
        int auditLinesPerSecond,
        TlsSettings tls) {
    private static final int KIB = 1 << 10;

    /** Reads {@code dateline.http}. */
    public static HttpPolicy from(Settings settings) {
        Settings http = settings.section("http");
        return new HttpPolicy(
                http.integer("max-connections", 16, 100_000),
                (int) http.bytes("max-head-bytes", KIB, 256 * KIB),
                http.duration("idle-timeout", Duration.ofSeconds(1), Duration.ofMinutes(10)),
                http.duration("head-within", Duration.ofSeconds(1), Duration.ofMinutes(10)),
                http.duration("request-within", Duration.ofSeconds(1), Duration.ofDays(1)),
                http.bytes("min-body-bytes-per-second", 0, 1 << 20),
                origins(http.text("allowed-origins")),
                http.integer("audit-lines-per-second", 0, 10_000),
                TlsSettings.from(http));
    }

    /** The same without TLS, for a port that nothing but this process uses. */
    public HttpPolicy withoutTls() {
        return new HttpPolicy(
                maxConnections,
                maxHeadBytes,
                idleTimeout,
                headWithin,
                requestWithin,
                minBodyBytesPerSecond,
                allowedOrigins,
                auditLinesPerSecond,
                null);
    }

    /** How addresses of such a port begin: {@code http} or {@code https}. */
    public String scheme() {
        return tls == null ? "http" : "https";
    }

    /** The defaults. */
    public static HttpPolicy standard() {
        return from(Settings.load(Map.of(), Map.of()));
    }

    private static Set<String> origins(String list) {
        return Arrays.stream(list.split(","))
                .map(origin -> origin.strip().toLowerCase(Locale.ROOT))
                .filter(origin -> !origin.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
