package dev.dateline.dashboard.http;

import dev.dateline.common.wire.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Messages of an event stream (WHATWG HTML, section 9.2, server-sent events) as bytes, made once for all clients. */
final class StreamMessage {
    /** A line that clients ignore and that shows both sides that the connection lives. */
    static final byte[] HEARTBEAT = bytes(": still here\n\n");
    /** After how many milliseconds a client whose stream was cut comes again. */
    static final byte[] RETRY = bytes("retry: 2000\n\n");

    private StreamMessage() {}

    /** JSON escapes line ends, so that the data is one line whatever it holds. */
    static byte[] of(String event, Object data) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(bytes("event: " + event + "\ndata: "));
        message.writeBytes(Json.bytes(data));
        message.writeBytes(bytes("\n\n"));
        return message.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
