package dev.dateline.standalone.tail;

import dev.dateline.common.wire.Json;
import dev.dateline.standalone.console.PrintableJson;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record's value for programs: its JSON as it is, on one line. */
public final class JsonLine {
    private JsonLine() {}

    /** What stands for a value that is not a JSON object: where it is, and its bytes in base64, absent for a tombstone. */
    private record NotJson(String topic, int partition, long offset, String key, String valueBase64) {}

    /** The line. */
    public static String of(ConsumerRecord<byte[], byte[]> published) {
        byte[] value = published.value();
        return value == null ? notJson(published) : PrintableJson.line(value).orElseGet(() -> notJson(published));
    }

    private static String notJson(ConsumerRecord<byte[], byte[]> published) {
        String key = published.key() == null ? null : new String(published.key(), StandardCharsets.UTF_8);
        String base64 = published.value() == null ? null : Base64.getEncoder().encodeToString(published.value());
        NotJson shown = new NotJson(published.topic(), published.partition(), published.offset(), key, base64);
        return PrintableJson.line(Json.bytes(shown)).orElseThrow();
    }
}
