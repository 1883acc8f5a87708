package dev.dateline.common.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Record headers: CloudEvents 1.0 in binary content mode (Kafka protocol binding 1.0.2, section 3.2) and W3C Trace Context's
 * {@code traceparent}.
 */
public final class CloudEvents {
    public static final String TRACEPARENT = "traceparent";
    public static final String SOURCE = "ce_source";
    private static final String SOURCE_PREFIX = "/sources/";
    private static final Pattern TRACEPARENT_FORM = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private CloudEvents() {}

    /** Writes the attributes of one record, replacing those of the record it was made from; {@code traceparent} stays. */
    public static void write(Headers headers, String id, String sourceId, String schema, Instant time) {
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", id);
        put(headers, SOURCE, SOURCE_PREFIX + sourceId);
        put(headers, "ce_type", "dev.dateline." + schema + ".v1");
        put(headers, "ce_time", Json.iso(time));
        put(headers, "ce_dataschema", "/schemas/" + schema + "/v1.json");
        put(headers, "content-type", "application/json");
    }

    /** Continues the caller's trace when its {@code traceparent} is well-formed, otherwise starts one. */
    public static void trace(Headers headers, String callersTraceparent) {
        boolean known = callersTraceparent != null
                && TRACEPARENT_FORM.matcher(callersTraceparent).matches();
        put(headers, TRACEPARENT, known ? callersTraceparent : newTrace());
    }

    /** The source a record says it is from, or null. */
    public static String source(Headers headers) {
        Header header = headers.lastHeader(SOURCE);
        if (header == null || header.value() == null) {
            return null;
        }
        String value = new String(header.value(), StandardCharsets.UTF_8);
        return value.startsWith(SOURCE_PREFIX) ? value.substring(SOURCE_PREFIX.length()) : null;
    }

    private static String newTrace() {
        byte[] ids = new byte[24];
        ThreadLocalRandom.current().nextBytes(ids);
        HexFormat hex = HexFormat.of();
        return "00-" + hex.formatHex(ids, 0, 16) + "-" + hex.formatHex(ids, 16, 24) + "-01";
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
