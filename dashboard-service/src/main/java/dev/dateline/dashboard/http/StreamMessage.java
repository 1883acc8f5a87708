package dev.dateline.dashboard.http;

import dev.dateline.common.wire.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A message of an event stream (WHATWG HTML, section 9.2, server-sent events) as bytes, made once for all clients. */
final class StreamMessage {
    /** After how many milliseconds a client whose stream was cut comes again. */
    private static final int RETRY_MS = 2_000;

    private final long events;
    private final boolean isEvent;
    private final byte[] bytes;

    private StreamMessage(long events, boolean isEvent, byte[] bytes) {
        this.events = events;
        this.isEvent = isEvent;
        this.bytes = bytes;
    }

    /** How many events there were up to this message, and with it, since the dashboard began. */
    long events() {
        return events;
    }

    /** Whether this is one of them: the others say how things are, and the next one takes their place. */
    boolean isEvent() {
        return isEvent;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
    }

    static StreamMessage retry(long events) {
        return new StreamMessage(events, false, bytes("retry: " + RETRY_MS + "\n\n"));
    }

    /** An event: one that a client which comes back should get later, if not now. */
    static StreamMessage event(StreamId id, Object data) {
        return new StreamMessage(id.events(), true, bytes("event", id, data));
    }

    /** How things are. */
    static StreamMessage state(String name, StreamId id, Object data) {
        return new StreamMessage(id.events(), false, bytes(name, id, data));
    }

    /** JSON escapes line ends, so that the data is one line whatever it holds. */
    private static byte[] bytes(String event, StreamId id, Object data) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(bytes("id: " + id + "\nevent: " + event + "\ndata: "));
        message.writeBytes(Json.bytes(data));
        message.writeBytes(bytes("\n\n"));
        return message.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
